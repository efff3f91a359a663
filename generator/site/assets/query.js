// What a question means: the days it names, and its words as the record spells them.

import { root } from "./site.js";

const SHORTEST_CORRECTED = 5;
const LONG = 8;
const shelves = new Map();

/** Return the words of a text in small letters; as the index is made, so it is asked. */
export function wordsOf(text) {
  return text.normalize("NFC").toLowerCase().replace(/['’]s(?![\p{L}\p{N}])/gu, "").match(/[\p{L}\p{N}]+/gu) ?? [];
}

function bare(word) {
  return word.normalize("NFKD").replace(/\p{M}/gu, "");
}

/** Return the number of the month that a word names, whole, begun or with one slip; or undefined. */
function monthOf(word, months) {
  const small = word.toLowerCase();
  if (Object.hasOwn(months, small)) return months[small];
  const names = Object.keys(months);
  const begun = new Set(names.filter((name) => small.length >= 3 && name.startsWith(small)).map((name) => months[name]));
  if (begun.size === 1) return [...begun][0];
  const near = names.find((name) => name.length >= SHORTEST_CORRECTED && distance(small, name, 1) <= 1);
  return near && months[near];
}

const SHAPES = [
  { pattern: /(?<![\p{L}\p{N}])([12]\d{3})-(\d{2})-(\d{2})(?!\d)/gu, order: ["year", "number", "day"] },
  { pattern: /(?<![\p{L}\p{N}])([12]\d{3})-(\d{2})(?![\d-])/gu, order: ["year", "number"] },
  { pattern: /(?<![\p{L}\p{N}])(\d{1,2})(?:st|nd|rd|th)?(?:\s+of)?\s+(\p{L}{3,})\.?(?:,?\s+([12]\d{3})(?!\d))?/gu, order: ["day", "month", "year"] },
  { pattern: /(?<![\p{L}\p{N}])(\p{L}{3,})\.?\s+(\d{1,2})(?!\d)(?:st|nd|rd|th)?(?:,?\s+([12]\d{3})(?!\d))?/gu, order: ["month", "day", "year"] },
  { pattern: /(?<![\p{L}\p{N}])(\p{L}{3,})\.?,?\s+([12]\d{3})(?!\d)/gu, order: ["month", "year"] },
];

/** Return the days and months that a text names, each with the place where it stands. */
export function daysIn(text, months) {
  const found = [];
  let rest = text;
  for (const { pattern, order } of SHAPES) {
    rest = rest.replace(pattern, (whole, ...groups) => {
      const told = Object.fromEntries(order.map((name, place) => [name, groups[place]]));
      const month = told.number ? Number(told.number) : monthOf(told.month, months);
      const day = told.day ? Number(told.day) : 0;
      if (!month || month > 12 || day > 31) return whole;
      const start = groups.find((one) => typeof one === "number");
      found.push({ year: told.year ?? "", month, day, start, end: start + whole.length });
      return " ".repeat(whole.length);
    });
  }
  return { days: found, rest };
}

const two = (number) => String(number).padStart(2, "0");

/** Return the marks that find a day, the surest first: on it, over it, named in the text, one day of several. */
export function marksOf({ year, month, day }) {
  if (!day) return [`qm${year}${two(month)}zq`];
  const short = `${two(month)}${two(day)}`;
  if (!year) return [`qo${short}zq`, `qs${short}zq`, `qn${short}zq`, `qv${short}zq`];
  return [`qo${year}${short}zq`, `qs${year}${short}zq`, `qn${year}${short}zq`, `qu${short}zq`, `qv${year}${short}zq`];
}

/** Return how many letters differ, two neighbours changed about counting once; more than `most` is not counted on. */
export function distance(one, other, most) {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let before = [];
  let last = Array.from({ length: other.length + 1 }, (_, place) => place);
  for (let row = 1; row <= one.length; row += 1) {
    const line = [row];
    for (let place = 1; place <= other.length; place += 1) {
      const same = one[row - 1] === other[place - 1] ? 0 : 1;
      let least = Math.min(last[place] + 1, line[place - 1] + 1, last[place - 1] + same);
      if (row > 1 && place > 1 && one[row - 1] === other[place - 2] && one[row - 2] === other[place - 1]) {
        least = Math.min(least, before[place - 2] + 1);
      }
      line.push(least);
    }
    if (Math.min(...line) > most) return most + 1;
    before = last;
    last = line;
  }
  return last[other.length];
}

/** Fetch the record's words that begin with a letter, the most common first. */
async function shelf(initial, initials) {
  if (![...initials].includes(initial)) return [];
  if (!shelves.has(initial)) {
    const name = `pagefind/words/${initial.codePointAt(0).toString(16)}.json`;
    const fetched = fetch(new URL(name, root)).then((answer) => {
      if (!answer.ok) throw new Error(answer.statusText);
      return answer.json();
    });
    fetched.catch(() => shelves.delete(initial));
    shelves.set(initial, fetched);
  }
  return shelves.get(initial);
}

/** Return the word as the record has it: itself, its beginning of one, the nearest spelling, or undefined. */
async function asRecorded(word, initials) {
  const wanted = bare(word);
  const held = await shelf([...wanted][0] ?? "", initials);
  const plain = held.map(bare);
  const same = plain.indexOf(wanted);
  if (same >= 0) return held[same];
  if (plain.some((one) => one.startsWith(wanted))) return word;
  if (wanted.length < SHORTEST_CORRECTED || /\p{N}/u.test(wanted)) return undefined;
  const most = wanted.length < LONG ? 1 : 2;
  let nearest;
  let least = most + 1;
  for (const [place, one] of plain.entries()) {
    const apart = distance(wanted, one, Math.min(most, least));
    if (apart < least) [nearest, least] = [held[place], apart];
  }
  return nearest;
}

/**
 * Understand a question: `days`, `words` as the record spells them, `corrected` pairs, and `unknown` words
 * that stand nowhere in the record.
 */
export async function understand(query, guide) {
  const { days, rest } = daysIn(query, guide.months);
  const said = wordsOf(rest).filter((word) => !days.length || !guide.weekdays.includes(word));
  const typed = said.length > 1 ? said.filter((word) => [...word].length > 1) : said;
  const found = await Promise.all(typed.map((word) => asRecorded(word, guide.initials)));
  const pairs = typed.map((word, place) => [word, found[place]]);
  return {
    days,
    words: pairs.filter(([, one]) => one).map(([, one]) => one),
    corrected: pairs.filter(([word, one]) => one && bare(one) !== bare(word)),
    unknown: pairs.filter(([, one]) => !one).map(([word]) => word),
  };
}
