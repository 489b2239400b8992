//! From the globe to a plane.
//!
//! Both projections keep areas true to one another. What they give is in radii of the earth, x to the
//! right and y downwards.

/// A way to draw the globe on a plane.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Projection {
    /// The whole world: Equal Earth, by Šavrič, Patterson and Jenny ("The Equal Earth map
    /// projection", International Journal of Geographical Information Science 33, 2019).
    EqualEarth {
        /// The longitude in the middle of the map, in degrees.
        middle: f64,
    },
    /// A part of the world as seen from above its middle: Lambert's azimuthal equal-area projection.
    Azimuthal {
        /// The longitude and the latitude of the middle, in degrees.
        middle: (f64, f64),
    },
}

impl Projection {
    /// Where a point of this longitude and latitude, in degrees, is drawn. Equal Earth takes longitudes
    /// as they are: 190° lies to the right of 180°.
    pub(super) fn project(self, (lon, lat): (f64, f64)) -> (f64, f64) {
        match self {
            Projection::EqualEarth { middle } => equal_earth(lon - middle, lat),
            Projection::Azimuthal { middle } => azimuthal(lon - middle.0, lat, middle.1),
        }
    }
}

fn equal_earth(lon: f64, lat: f64) -> (f64, f64) {
    const A: [f64; 4] = [1.340264, -0.081106, 0.000893, 0.003796];
    let m = 3.0_f64.sqrt() / 2.0;
    let theta = (m * lat.to_radians().sin()).asin();
    let (square, sixth) = (theta * theta, theta.powi(6));
    let narrow = A[0] + 3.0 * A[1] * square + sixth * (7.0 * A[2] + 9.0 * A[3] * square);
    let x = lon.to_radians() * theta.cos() / (m * narrow);
    let y = theta * (A[0] + A[1] * square + sixth * (A[2] + A[3] * square));
    (x, -y)
}

fn azimuthal(lon: f64, lat: f64, middle: f64) -> (f64, f64) {
    let (sin, cos) = lat.to_radians().sin_cos();
    let (sin_middle, cos_middle) = middle.to_radians().sin_cos();
    let (sin_turn, cos_turn) = lon.to_radians().sin_cos();
    let near = 1.0 + sin_middle * sin + cos_middle * cos * cos_turn;
    // The point on the other side of the earth is a circle on the plane; any place on it will do.
    let k = (2.0 / near.max(1e-9)).sqrt();
    let x = k * cos * sin_turn;
    let y = k * (cos_middle * sin - sin_middle * cos * cos_turn);
    (x, -y)
}

/// The angle between two points as longitude and latitude, in degrees, as seen from the middle of the earth.
pub(super) fn angle(one: (f64, f64), other: (f64, f64)) -> f64 {
    let (x, y) = azimuthal(one.0 - other.0, one.1, other.1);
    (x.hypot(y) / 2.0).min(1.0).asin().to_degrees() * 2.0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rounded((x, y): (f64, f64)) -> (i64, i64) {
        ((x * 1e4).round() as i64, (y * 1e4).round() as i64)
    }

    #[test]
    fn equal_earth_is_as_its_authors_say() {
        let at = |lon, lat| {
            rounded(Projection::EqualEarth { middle: 0.0 }.project((lon, lat)))
        };
        // The pole is a line, 0.59 as long as the equator.
        assert_eq!(at(0.0, 0.0), (0, 0));
        assert_eq!(at(180.0, 0.0), (27066, 0));
        assert_eq!(at(0.0, 90.0), (0, -13174));
        assert_eq!(at(0.0, -90.0).1, 13174);
        assert_eq!(at(180.0, 90.0).0, 16036);
        assert_eq!(at(-180.0, 0.0), (-27066, 0));
    }

    #[test]
    fn the_azimuthal_keeps_areas_and_knows_no_date_line() {
        let from =
            |middle, point| rounded(Projection::Azimuthal { middle }.project(point));
        assert_eq!(from((10.0, 50.0), (10.0, 50.0)), (0, 0));
        // A quarter of the way around the earth lies at √2 radii.
        assert_eq!(from((0.0, 0.0), (90.0, 0.0)), (14142, 0));
        assert_eq!(from((0.0, 0.0), (0.0, 90.0)), (0, -14142));
        assert_eq!(
            from((179.0, -17.0), (181.0, -17.0)),
            from((179.0, -17.0), (-179.0, -17.0))
        );
        let far = from((0.0, 0.0), (180.0, 0.0));
        assert!(far.0.abs() < 20_001);
    }

    #[test]
    fn angles_are_those_of_great_circles() {
        let near = |one, other, degrees: f64| (angle(one, other) - degrees).abs() < 0.01;
        assert!(near((0.0, 0.0), (0.0, 45.0), 45.0));
        assert!(near((179.5, 0.0), (-179.5, 0.0), 1.0));
        assert!(near((10.0, 90.0), (-170.0, 80.0), 10.0));
        assert!(near((5.0, 60.0), (5.0, 60.0), 0.0));
    }
}
