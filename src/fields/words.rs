//! Closed vocabularies: enums that are written as one of a few words.

/// Describes an enum that is written as one of a few words, with its decoder.
///
/// ```
/// dateline::words! {
///     /// Whether an address still works.
///     pub enum UrlStatus {
///         /// It does.
///         Live = "live",
///         /// It is gone.
///         Dead = "dead",
///     }
/// }
/// assert_eq!(UrlStatus::Dead.word(), "dead");
/// ```
#[macro_export]
macro_rules! words {
    (
        $(#[doc = $about:literal])*
        $visible:vis enum $enum:ident {
            $($(#[doc = $note:literal])* $variant:ident = $word:literal,)*
        }
    ) => {
        $(#[doc = $about])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[derive(::serde::Serialize, ::serde::Deserialize)]
        $visible enum $enum {
            $($(#[doc = $note])* $variant,)*
        }

        impl $enum {
            /// Every word, in the order of the reference.
            pub const WORDS: &'static [&'static str] = &[$($word),*];

            /// Every word with what it means, in the same order.
            pub const CHOICES: &'static [$crate::fields::Choice] = &[$(
                $crate::fields::Choice { word: $word, note: concat!($($note),*) }
            ),*];

            /// Every value, in the same order.
            pub const ALL: &'static [$enum] = &[$($enum::$variant),*];

            /// The word it is written as.
            pub fn word(self) -> &'static str {
                match self {
                    $($enum::$variant => $word,)*
                }
            }
        }

        impl $crate::fields::Decode for $enum {
            fn shape() -> $crate::fields::Shape {
                $crate::fields::Shape::Words(Self::CHOICES)
            }

            fn decode(
                node: &$crate::fields::Node,
                diags: &mut $crate::diag::Diagnostics,
            ) -> Option<Self> {
                let Some(text) = node.text() else {
                    $crate::fields::wrong_shape::<Self>(node, diags);
                    return None;
                };
                match text {
                    $($word => Some($enum::$variant),)*
                    other => {
                        let known = <Self as $crate::fields::Decode>::shape().words();
                        diags.push(
                            $crate::diag::Diagnostic::new(
                                $crate::diag::codes::UNKNOWN_WORD,
                                node.span,
                                format!("unknown word `{other}`"),
                            )
                            .note(format!("expected {known}"))
                            .did_you_mean_as(other, Self::WORDS.iter().copied(), |word| {
                                node.written_as(word)
                            }),
                        );
                        None
                    }
                }
            }
        }
    };
}
