//! What is said in the language of the readers, where that is not the site's main one: names of countries, and a home page without
//! the writer's words, which are in the main language.

use crate::config::Config;
use crate::model::nouns::{ArticleId, Country, CountryId, Home, NumberOf};
use crate::model::site::Site;

/// What stands in the place of the site's own.
#[derive(Debug, Default)]
pub(super) struct Tongue {
    /// By number; empty in the main language.
    countries: Vec<Country>,
    home: Option<Home>,
}

impl Tongue {
    pub(super) fn of(site: &Site, config: &Config) -> Self {
        let main_lead = site.home.lead.filter(|_| config.is_tree);
        let lead = main_lead.map(|lead| of_language(site, config, lead));
        if config.lang == config.main_lang() {
            let home = lead.map(|lead| Home { lead, ..site.home.clone() });
            return Tongue { countries: Vec::new(), home };
        }
        let country = |country: &Country| {
            let mut country = country.clone();
            country.code.territory().name_in(&config.lang).clone_into(&mut country.name);
            country
        };
        let numbers: Vec<NumberOf> = site.home.numbers.clone();
        Tongue {
            countries: site.countries.iter().map(country).collect(),
            home: Some(Home { lead: lead.flatten(), numbers, ..Home::default() }),
        }
    }

    /// A country, by the name that it has for the readers.
    pub(super) fn country<'s>(&'s self, site: &'s Site, id: CountryId) -> &'s Country {
        self.countries.get(id.index()).unwrap_or(&site[id])
    }

    /// What the home page says of itself.
    pub(super) fn home<'s>(&'s self, site: &'s Site) -> &'s Home {
        self.home.as_ref().unwrap_or(&site.home)
    }

    /// Whether the writer's words on the home page are in another language.
    pub(super) fn hides_home_text(&self) -> bool {
        !self.countries.is_empty()
    }
}

/// An article in the language of the readers: itself, or the same text; none where there is none.
fn of_language(site: &Site, config: &Config, id: ArticleId) -> Option<ArticleId> {
    let is_shown =
        |id: &ArticleId| config.shows_text_in(site[*id].matter.lang.as_deref());
    let original = super::translations::original(site, id).unwrap_or(id);
    let all = (0..site.articles.len() as u32).map(ArticleId);
    let same = |one: &ArticleId| {
        *one == original || super::translations::original(site, *one) == Some(original)
    };
    Some(id).filter(is_shown).or_else(|| all.filter(same).find(is_shown))
}
