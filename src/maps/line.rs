//! Lines made simpler, cut to a frame, and written.

use std::cmp::Ordering;
use std::collections::BinaryHeap;

/// A point on the plane of a map, in its pixels.
pub(super) type Spot = (f64, f64);

/// The places of the points of a line that are kept where every bend of a smaller area than `least` is made straight
/// (the method of Visvalingam and Whyatt, 1993). The ends stay, so that lines which meet still do.
pub(super) fn simplified(points: &[Spot], least: f64) -> Vec<usize> {
    // Of a closed line enough stays to be an area.
    let fewest = if points.first() == points.last() { 4 } else { 2 };
    let mut links = Links::new(points);
    let mut queue: BinaryHeap<Bend> = (1..points.len().saturating_sub(1))
        .map(|at| Bend { area: links.area(at), at })
        .collect();
    let mut kept = points.len();
    while let Some(Bend { area, at }) = queue.pop() {
        if kept <= fewest || area >= least {
            break;
        }
        if links.gone[at] || links.area(at) != area {
            continue;
        }
        kept -= 1;
        for near in links.remove(at) {
            if near > 0 && near + 1 < points.len() {
                queue.push(Bend { area: links.area(near), at: near });
            }
        }
    }
    (0..points.len()).filter(|at| !links.gone[*at]).collect()
}

/// Each point of a line with those before and behind it that are kept.
struct Links<'p> {
    points: &'p [Spot],
    before: Vec<usize>,
    behind: Vec<usize>,
    gone: Vec<bool>,
}

impl<'p> Links<'p> {
    fn new(points: &'p [Spot]) -> Self {
        let places = 0..points.len();
        Links {
            points,
            before: places.clone().map(|at| at.saturating_sub(1)).collect(),
            behind: places.map(|at| at + 1).collect(),
            gone: vec![false; points.len()],
        }
    }

    /// The area of the triangle of a point and its neighbours.
    fn area(&self, at: usize) -> f64 {
        let [a, b, c] = [self.before[at], at, self.behind[at]].map(|at| self.points[at]);
        ((b.0 - a.0) * (c.1 - a.1) - (c.0 - a.0) * (b.1 - a.1)).abs() / 2.0
    }

    /// Takes a point out; gives its neighbours.
    fn remove(&mut self, at: usize) -> [usize; 2] {
        let (before, behind) = (self.before[at], self.behind[at]);
        self.behind[before] = behind;
        self.before[behind] = before;
        self.gone[at] = true;
        [before, behind]
    }
}

/// A bend of a line; the smallest comes first out of a heap, and of two alike the earlier.
struct Bend {
    area: f64,
    at: usize,
}

impl Ord for Bend {
    fn cmp(&self, other: &Self) -> Ordering {
        other.area.total_cmp(&self.area).then(other.at.cmp(&self.at))
    }
}

impl PartialOrd for Bend {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Bend {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Bend {}

/// The part of an area that lies in the box from the origin to `size`, `margin` pixels around it included (the method of
/// Sutherland and Hodgman, 1974). Where it leaves the box it runs along its edge, outside of what is seen.
pub(super) fn clipped(area: &[Spot], size: Spot, margin: f64) -> Vec<Spot> {
    let area = cut(area, |point| point.0 + margin);
    let area = cut(&area, |point| size.0 + margin - point.0);
    let area = cut(&area, |point| point.1 + margin);
    cut(&area, |point| size.1 + margin - point.1)
}

/// The part of an area where `depth` is not below zero.
fn cut(area: &[Spot], depth: impl Fn(Spot) -> f64) -> Vec<Spot> {
    let mut kept = Vec::with_capacity(area.len());
    let next = area.iter().cycle().skip(1);
    for (one, next) in area.iter().zip(next) {
        let (here, there) = (depth(*one), depth(*next));
        if here >= 0.0 {
            kept.push(*one);
        }
        if (here >= 0.0) != (there >= 0.0) {
            let part = here / (here - there);
            kept.push((one.0 + (next.0 - one.0) * part, one.1 + (next.1 - one.1) * part));
        }
    }
    kept
}

/// The area inside of a closed line; below zero where it runs the other way round.
pub(super) fn area_of(points: &[Spot]) -> f64 {
    let next = points.iter().cycle().skip(1);
    let doubled: f64 = points.iter().zip(next).map(|(a, b)| a.0 * b.1 - b.0 * a.1).sum();
    doubled / 2.0
}

/// Whether a point lies inside of a closed line.
pub(super) fn holds(points: &[Spot], (x, y): Spot) -> bool {
    let next = points.iter().cycle().skip(1);
    let crossed = points.iter().zip(next).filter(|(a, b)| {
        (a.1 > y) != (b.1 > y) && x < a.0 + (b.0 - a.0) * (y - a.1) / (b.1 - a.1)
    });
    crossed.count() % 2 == 1
}

/// Closed lines as the data of an SVG path, in whole pixels: what is left of each once its points are rounded.
///
/// Numbers are parted by line feeds, never by spaces: two that are parted by a space may be read as degrees and
/// minutes, and what is searched for coordinates is every page.
pub(super) fn path(areas: &[Vec<Spot>]) -> String {
    let mut data = PathData::default();
    areas.iter().for_each(|area| data.add(area));
    data.text
}

#[derive(Default)]
struct PathData {
    text: String,
    /// Where the last closed line began.
    start: (i32, i32),
}

impl PathData {
    fn add(&mut self, area: &[Spot]) {
        let mut points: Vec<(i32, i32)> = Vec::with_capacity(area.len());
        for (x, y) in area {
            let point = (x.round() as i32, y.round() as i32);
            if points.last() != Some(&point) {
                points.push(point);
            }
        }
        if points.first() == points.last() {
            points.pop();
        }
        let [first, rest @ ..] = &*points else { return };
        if rest.len() < 2 {
            return;
        }
        // The first line begins at a place of the map, each other at a step from the last.
        let is_first = self.text.is_empty();
        self.text.push(if is_first { 'M' } else { 'm' });
        self.step(self.start, *first, true);
        self.start = *first;
        let mut last = *first;
        for (n, point) in rest.iter().enumerate() {
            let is_letter_needed = is_first && n == 0;
            if is_letter_needed {
                self.text.push('l');
            }
            self.step(last, *point, is_letter_needed);
            last = *point;
        }
        self.text.push('z');
    }

    fn step(&mut self, from: (i32, i32), to: (i32, i32), is_after_letter: bool) {
        let step = (to.0 - from.0, to.1 - from.1);
        if !is_after_letter && step.0 >= 0 {
            self.text.push('\n');
        }
        self.text.push_str(&step.0.to_string());
        if step.1 >= 0 {
            self.text.push('\n');
        }
        self.text.push_str(&step.1.to_string());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_small_bend_is_made_straight_and_the_ends_stay() {
        let line = [(0.0, 0.0), (5.0, 0.1), (10.0, 0.0), (15.0, 8.0), (20.0, 0.0)];
        assert_eq!(simplified(&line, 4.0), [0, 2, 3, 4]);
        assert_eq!(simplified(&line, 1000.0), [0, 4]);
        assert_eq!(simplified(&line[..2], 1000.0), [0, 1]);
        assert_eq!(simplified(&[], 1.0), [0; 0]);
    }

    #[test]
    fn of_an_island_a_triangle_stays() {
        let island = [(0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0), (0.0, 0.0)];
        assert_eq!(simplified(&island, 1000.0).len(), 4);
    }

    #[test]
    fn an_area_is_cut_to_the_frame() {
        let square = vec![(-50.0, 20.0), (50.0, 20.0), (50.0, 80.0), (-50.0, 80.0)];
        let cut = clipped(&square, (100.0, 100.0), 10.0);
        assert_eq!(area_of(&cut), 60.0 * 60.0);
        assert!(cut.iter().all(|(x, _)| *x >= -10.0));
        let outside = vec![(200.0, 0.0), (300.0, 0.0), (300.0, 50.0)];
        assert_eq!(clipped(&outside, (100.0, 100.0), 10.0), []);
        let around =
            vec![(-500.0, -500.0), (500.0, -500.0), (500.0, 500.0), (-500.0, 500.0)];
        assert_eq!(area_of(&clipped(&around, (100.0, 100.0), 0.0)), 10_000.0);
    }

    #[test]
    fn a_path_is_written_in_whole_steps() {
        let square = vec![(10.2, 10.0), (20.0, 9.6), (20.0, 20.0), (10.0, 20.0)];
        let other = vec![(0.0, 0.0), (-5.0, 0.0), (-5.0, 7.0)];
        assert_eq!(path(std::slice::from_ref(&square)), "M10\n10l10\n0\n0\n10-10\n0z");
        assert_eq!(
            path(&[square, other]),
            "M10\n10l10\n0\n0\n10-10\n0zm-10-10-5\n0\n0\n7z"
        );
        let dot = vec![(1.0, 1.0), (1.2, 1.2), (0.9, 0.8)];
        assert_eq!(path(&[dot]), "");
    }

    #[test]
    fn a_point_is_inside_or_not() {
        let square = [(0.0, 0.0), (10.0, 0.0), (10.0, 10.0), (0.0, 10.0)];
        assert!(holds(&square, (5.0, 5.0)));
        assert!(!holds(&square, (15.0, 5.0)));
    }
}
