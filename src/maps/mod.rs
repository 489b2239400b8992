//! Maps: projections, lines and shapes, drawn as SVG in whole pixels. Pure functions of the atlas.
//!
//! Nothing here knows what a site says of a place: a page asks for a map and puts its own marks onto it. What a
//! map shows of the world is the same in every site, so each map is made once, for whoever asks first.

mod frame;
mod line;
mod local;
mod projection;
mod shape;
mod world;

pub use frame::MapFrame;
pub use local::{LocalLand, LocalMap, MapDetail, ScaleBar};
pub use shape::shape;
pub use world::{WorldMap, WorldTerritory};
