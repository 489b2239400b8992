//! Work, counted: what a build allocates, writes and says, and the steps it takes.

use crate::Site;
use dateline::diag::render::{self, Colour};
use dateline::files::{FilePath, Memory};
use dateline::pipeline::{self, Options};
use dateline::{steps, write};
use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::Cell;
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering::Relaxed};

/// The work of one build.
#[derive(Debug, Clone, Copy)]
pub struct Work {
    /// How often memory was asked for.
    pub calls: u64,
    /// How many bytes were asked for in all.
    pub bytes: u64,
    /// Steps of loops that count them.
    pub steps: u64,
    /// Bytes of the site, and 100 for each file.
    pub output: u64,
    /// Bytes of what is said, in each of its forms.
    pub messages: u64,
}

impl Work {
    /// Each measure with its name.
    pub fn measures(self) -> [(&'static str, u64); 5] {
        [
            ("calls for memory", self.calls),
            ("bytes of memory", self.bytes),
            ("steps", self.steps),
            ("bytes of output", self.output),
            ("bytes of messages", self.messages),
        ]
    }
}

static CALLS: AtomicU64 = AtomicU64::new(0);
static BYTES: AtomicU64 = AtomicU64::new(0);

/// The system's allocator, with a count.
struct Counted;

#[global_allocator]
static ALLOCATOR: Counted = Counted;

thread_local! {
    /// Whether this thread builds what is counted. What other tests ask for meanwhile is not.
    static IS_COUNTED: Cell<bool> = const { Cell::new(false) };
}

fn count(bytes: usize) {
    // A thread that is ending has no such value any more, and builds nothing.
    if IS_COUNTED.try_with(Cell::get).unwrap_or_default() {
        CALLS.fetch_add(1, Relaxed);
        BYTES.fetch_add(bytes as u64, Relaxed);
    }
}

// SAFETY: all is left to the system's allocator; counting allocates nothing.
#[allow(unsafe_code)]
unsafe impl GlobalAlloc for Counted {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        count(layout.size());
        // SAFETY: the caller keeps the contract of `alloc`.
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, at: *mut u8, layout: Layout) {
        // SAFETY: the caller keeps the contract of `dealloc`, and `at` is the system's.
        unsafe { System.dealloc(at, layout) }
    }

    unsafe fn realloc(&self, at: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        count(size);
        // SAFETY: the caller keeps the contract of `realloc`, and `at` is the system's.
        unsafe { System.realloc(at, layout, size) }
    }
}

/// Builds a site, shows what is said of it in every form, and counts the work. One build at a time is
/// counted, by one thread, so that the count is the same each time.
pub fn work(site: &Site) -> Work {
    static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());
    let _turn = ONE_AT_A_TIME.lock();
    let mut files = Memory::default();
    for (path, text) in site {
        files.insert(FilePath::new(path).unwrap(), text.as_bytes().to_vec());
    }
    let one = rayon::ThreadPoolBuilder::new().num_threads(1).build().unwrap();
    let before = (CALLS.load(Relaxed), BYTES.load(Relaxed), steps::taken());
    let (output, messages) = one.install(|| {
        IS_COUNTED.set(true);
        let made = built(&files);
        IS_COUNTED.set(false);
        made
    });
    Work {
        calls: CALLS.load(Relaxed) - before.0,
        bytes: BYTES.load(Relaxed) - before.1,
        steps: steps::taken() - before.2,
        output,
        messages,
    }
}

/// How much a build writes and says.
fn built(files: &Memory) -> (u64, u64) {
    let options = Options { thorough: true, ..Options::default() };
    let built = pipeline::build(files, &options, write::memory).unwrap();
    let mut diagnostics = built.diagnostics;
    let mut output = 0;
    match built.finished {
        Some(Ok(made)) => {
            output = made.values().map(|bytes| 100 + bytes.len() as u64).sum();
        }
        Some(Err(failure)) => diagnostics.append(crate::support::mistakes(failure)),
        None => {}
    }
    let found = diagnostics.sorted();
    let forms = [
        render::human(&found, &built.texts, Colour::Off),
        render::short(&found, &built.texts),
        render::json(&found, &built.texts),
    ];
    (output, forms.iter().map(|text| text.len() as u64).sum())
}
