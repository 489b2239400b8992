//! How long each stage of a build takes, and what it had to do with.

use super::display::Display;
use dateline::pipeline::{Count, Observer, Stage};
use dateline::write::Progress;
use std::sync::Arc;
use std::time::{Duration, Instant};

/// Looks on at a build, with a clock.
pub(super) struct Watch {
    started: Instant,
    stage_started: Instant,
    stages: Vec<Timed>,
    display: Display,
}

/// A stage that has ended.
struct Timed {
    stage: Stage,
    took: Duration,
    counts: Vec<Count>,
}

/// How long a build took, and each of its stages.
pub(super) struct Timings {
    whole: Duration,
    stages: Vec<Timed>,
}

impl Watch {
    /// Begins now; `shown` says whether to show how far the build is while it runs.
    pub(super) fn start(shown: bool) -> Self {
        let now = Instant::now();
        let display = Display::start(shown);
        Watch { started: now, stage_started: now, stages: Vec::new(), display }
    }

    /// What the stage [`Stage::Write`] is to tell how far it is.
    pub(super) fn progress(&self) -> Arc<Progress> {
        self.display.progress()
    }

    /// Adds to what the last stage had to do with.
    pub(super) fn count(&mut self, counts: &[Count]) {
        if let Some(last) = self.stages.last_mut() {
            last.counts.extend(counts);
        }
    }

    /// Ends now, and takes away what was shown.
    pub(super) fn stop(self) -> Timings {
        Timings { whole: self.started.elapsed(), stages: self.stages }
    }
}

impl Observer for Watch {
    fn begin(&mut self, stage: Stage) {
        self.display.stage(stage);
        self.stage_started = Instant::now();
    }

    fn end(&mut self, stage: Stage, counts: &[Count]) {
        let took = self.stage_started.elapsed();
        self.stages.push(Timed { stage, took, counts: counts.to_vec() });
        if stage == Stage::Write {
            let progress = self.progress();
            self.count(&[
                ("files", progress.done()),
                ("made", progress.made()),
                ("bytes", progress.bytes()),
            ]);
        }
    }
}

impl Timings {
    /// A line to a stage; the last lines are what lies between the stages, and all of it.
    pub(super) fn table(&self) -> String {
        let row = |name: &str, took: Duration, counts: &[Count]| {
            let counts: Vec<String> = counts.iter().filter_map(counted).collect();
            let line = format!(
                "{name:<8}{:>10.1} ms{:>5.0} %  {}",
                milliseconds(took),
                100.0 * took.as_secs_f64() / self.whole.as_secs_f64().max(1e-9),
                counts.join(", ")
            );
            format!("{}\n", line.trim_end())
        };
        let stages =
            self.stages.iter().map(|it| row(it.stage.name(), it.took, &it.counts));
        let between = row("between", self.between(), &[]);
        stages.chain([between, row("all", self.whole, &[])]).collect()
    }

    /// One object on a line: `{"timings": {"milliseconds": …, "stages": […]}}`.
    pub(super) fn json(&self) -> String {
        let stages: Vec<serde_json::Value> = self
            .stages
            .iter()
            .map(|it| {
                let counts =
                    it.counts.iter().map(|(what, n)| ((*what).into(), (*n).into()));
                serde_json::json!({
                    "stage": it.stage.name(),
                    "milliseconds": milliseconds(it.took),
                    "counts": counts.collect::<serde_json::Map<_, _>>(),
                })
            })
            .collect();
        let all = serde_json::json!({
            "timings": { "milliseconds": milliseconds(self.whole), "stages": stages }
        });
        format!("{all}\n")
    }

    /// What is none of the stages': opening the site, giving memory back.
    fn between(&self) -> Duration {
        self.whole.saturating_sub(self.stages.iter().map(|it| it.took).sum())
    }
}

/// Exact to the microsecond; a clock says no more.
fn milliseconds(time: Duration) -> f64 {
    time.as_micros() as f64 / 1000.0
}

/// `sources 12`, `3.4 MB`; what there is none of is passed over.
fn counted((what, n): &Count) -> Option<String> {
    match (*what, *n) {
        (_, 0) => None,
        ("bytes", n) => Some(format!("{:.1} MB", n as f64 / 1e6)),
        (what, n) => Some(format!("{what} {n}")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn some() -> Timings {
        let timed = |stage, took, counts: &[Count]| Timed {
            stage,
            took: Duration::from_micros(took),
            counts: counts.to_vec(),
        };
        Timings {
            whole: Duration::from_micros(40_000),
            stages: vec![
                timed(Stage::Scan, 12_345, &[("texts", 10_003), ("bytes", 84_120_000)]),
                timed(Stage::Publish, 7_655, &[("articles", 3), ("claims", 0)]),
                timed(Stage::Check, 10_000, &[]),
            ],
        }
    }

    #[test]
    fn a_table_has_a_line_to_a_stage_and_says_what_is_left() {
        let expected = "\
scan          12.3 ms   31 %  texts 10003, 84.1 MB
publish        7.7 ms   19 %  articles 3
check         10.0 ms   25 %
between       10.0 ms   25 %
all           40.0 ms  100 %
";
        assert_eq!(some().table(), expected);
    }

    #[test]
    fn json_has_every_count_and_is_one_line() {
        let expected = concat!(
            r#"{"timings":{"milliseconds":40.0,"stages":["#,
            r#"{"stage":"scan","milliseconds":12.345,"#,
            r#""counts":{"texts":10003,"bytes":84120000}},"#,
            r#"{"stage":"publish","milliseconds":7.655,"counts":{"articles":3,"claims":0}},"#,
            r#"{"stage":"check","milliseconds":10.0,"counts":{}}]}}"#,
            "\n"
        );
        assert_eq!(some().json(), expected);
    }

    #[test]
    fn a_stage_that_has_ended_can_be_told_more_of() {
        let mut watch = Watch::start(false);
        watch.begin(Stage::Write);
        watch.end(Stage::Write, &[("a", 1)]);
        watch.count(&[("written", 2)]);
        let timings = watch.stop();
        let counts = &timings.stages[0].counts;
        assert_eq!(
            *counts,
            [("a", 1), ("files", 0), ("made", 0), ("bytes", 0), ("written", 2)]
        );
    }
}
