//! Whoever is named in a record.

use super::EntityId;
use serde::{Deserialize, Serialize};

/// Somebody whom a record names.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Who {
    /// An entity.
    Entity(EntityId),
    /// Words that stand for one: "first defendant".
    Words(String),
}
