//! The feeds that an edition has: which, and where.

use super::Edition;
use crate::files::OutPath;
use crate::model::nouns::{ArticleId, CountryId};
use crate::routes::{self, OwnFile};

/// A feed to subscribe to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Feed {
    /// The newest articles.
    Articles,
    /// The newest articles about a country or territory.
    Country(CountryId),
    /// The newest corrections.
    Corrections,
    /// The newest changes of claims' statuses, of what a release said, and what was withdrawn.
    Changes,
}

impl<'e> Edition<'e> {
    /// Every feed of the site. A feed is read elsewhere, so there is none without `base_url`;
    /// nor is there one without an entry, or with a limit of none.
    pub fn feeds(&self) -> Vec<Feed> {
        let countries = self.countries().iter().copied().map(Feed::Country);
        let all = [Feed::Articles, Feed::Corrections, Feed::Changes];
        let all = all.into_iter().chain(countries);
        all.filter(|feed| self.has_feed(*feed)).collect()
    }

    /// Whether the site has a feed.
    pub fn has_feed(&self, feed: Feed) -> bool {
        let entries = match feed {
            Feed::Corrections => self.corrections().len(),
            Feed::Changes => {
                let releases = usize::from(self.of.site.has_releases);
                self.claim_changes().len() + self.tombstones().len() + releases
            }
            Feed::Articles | Feed::Country(_) => self.feed_articles(feed).len(),
        };
        self.config().base_url.is_some() && entries.min(self.config().feeds_limit) > 0
    }

    /// The articles that a feed is of, newest first.
    pub fn feed_articles(&self, feed: Feed) -> &'e [ArticleId] {
        match feed {
            Feed::Articles => self.articles(),
            Feed::Country(id) => &self.of_country(id).articles,
            Feed::Corrections | Feed::Changes => &[],
        }
    }

    /// Where a feed is; a country's lies beside its page.
    pub fn feed_address(&self, feed: Feed) -> OutPath {
        match feed {
            Feed::Articles => OwnFile::Feed.address(),
            Feed::Corrections => OwnFile::Corrections.address(),
            Feed::Changes => OwnFile::Changes.address(),
            Feed::Country(id) => routes::feed_beside(&self.country(id).names.address),
        }
    }
}
