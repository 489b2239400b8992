//! The parts of the world by which an index groups its territories.

/// A part of the world, as people name it.
///
/// The continents of the United Nations' geoscheme (M49), but for the Americas, which stand
/// as its two parts: "Northern America" (here North America: Bermuda, Canada, Greenland,
/// Saint Pierre and Miquelon, the United States) and "Latin America and the Caribbean", the
/// words that reporting uses. The four subregions of the Americas would be lists too short
/// for an index page; whoever wants them has `Territory::subregion`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Region {
    /// Africa.
    Africa,
    /// Asia, Cyprus, the Caucasus and Türkiye with it.
    Asia,
    /// Europe, all of Russia with it.
    Europe,
    /// The Americas south of the United States, and the Caribbean.
    LatinAmerica,
    /// Canada, the United States and what lies north and east of them.
    NorthAmerica,
    /// Australia, New Zealand and the islands of the Pacific.
    Oceania,
    /// Antarctica, a territory by itself.
    Antarctica,
}

impl Region {
    /// Every region, in the order of an index page.
    pub const ALL: [Self; 7] = [
        Self::Africa,
        Self::Asia,
        Self::Europe,
        Self::LatinAmerica,
        Self::NorthAmerica,
        Self::Oceania,
        Self::Antarctica,
    ];

    /// Its name in addresses and fragments: `latin-america`.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Africa => "africa",
            Self::Asia => "asia",
            Self::Europe => "europe",
            Self::LatinAmerica => "latin-america",
            Self::NorthAmerica => "north-america",
            Self::Oceania => "oceania",
            Self::Antarctica => "antarctica",
        }
    }
}
