//! The words for the parts of the world.

use crate::atlas::Region;
use crate::phrases::Phrases;

/// What a region is called.
pub(super) fn region_name(region: Region, phrases: &Phrases) -> &str {
    match region {
        Region::Africa => phrases.region_africa(),
        Region::Asia => phrases.region_asia(),
        Region::Europe => phrases.region_europe(),
        Region::LatinAmerica => phrases.region_latin_america(),
        Region::NorthAmerica => phrases.region_north_america(),
        Region::Oceania => phrases.region_oceania(),
        Region::Antarctica => phrases.region_antarctica(),
    }
}
