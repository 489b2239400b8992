//! Things by number, for all threads: what one component has made of each card.

use std::sync::OnceLock;

/// Places for as many things as there are numbers. Threads read and fill it without
/// waiting for each other: it grows by rows, each twice as long as the one before.
pub(super) struct Shelf<T> {
    rows: [OnceLock<Box<[OnceLock<T>]>>; ROWS],
}

/// The length of the first row.
const FIRST: u64 = 64;

/// Enough for more than memory could hold.
const ROWS: usize = 40;

impl<T> Default for Shelf<T> {
    fn default() -> Self {
        Shelf { rows: std::array::from_fn(|_| OnceLock::new()) }
    }
}

impl<T> Shelf<T> {
    /// The place for what has this number; none where no shelf is that long.
    pub(super) fn place(&self, number: u64) -> Option<&OnceLock<T>> {
        let (row, column) = seat(number)?;
        let row = self.rows.get(row)?.get_or_init(|| {
            let length = FIRST << row;
            (0..length).map(|_| OnceLock::new()).collect()
        });
        row.get(column)
    }
}

/// The row and the column of a number: row r begins at `FIRST` × (2ʳ − 1).
fn seat(number: u64) -> Option<(usize, usize)> {
    let row = (number.checked_add(FIRST)? / FIRST).ilog2();
    let begin = FIRST * ((1 << row) - 1);
    Some((row as usize, (number - begin) as usize))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_number_has_a_place_of_its_own() {
        let seats: Vec<_> = [0, 63, 64, 191, 192, 447, 448].map(seat).to_vec();
        let expected = [(0, 0), (0, 63), (1, 0), (1, 127), (2, 0), (2, 255), (3, 0)];
        assert_eq!(seats, expected.map(Some));
        assert_eq!(seat(u64::MAX), None);
        let shelf = Shelf::default();
        for number in 0..1000_u64 {
            assert!(shelf.place(number).unwrap().set(number.to_string()).is_ok());
        }
        let at = |number: u64| shelf.place(number).unwrap().get().unwrap().clone();
        assert_eq!(at(777), "777");
        assert!(shelf.place(u64::MAX / 2).is_none());
    }
}
