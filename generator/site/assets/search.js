// The search: loaded when it is opened, and not before. Results are built as text, never as markup.

import { daysIn, marksOf, understand, wordsOf } from "./query.js";
import { count, make, root, say, setup } from "./site.js";

const AT_FIRST = 8;
const AROUND = 8;
const LONGEST = 32;
const fetched = new Map();
let engine;
let dialog;
let number = 0;

/** Load the index's engine, once. */
function load() {
  engine ??= import(new URL("pagefind/pagefind.js", root).href).then(async (pagefind) => {
    await pagefind.options({ baseUrl: root.pathname });
    await pagefind.init();
    return pagefind;
  });
  engine.catch(() => {
    engine = undefined;
  });
  return engine;
}

/** Fetch one of our own files beside the index, once. */
function file(name) {
  if (!fetched.has(name)) {
    const answer = fetch(new URL(`pagefind/${name}.json`, root)).then((one) => {
      if (!one.ok) throw new Error(one.statusText);
      return one.json();
    });
    answer.catch(() => fetched.delete(name));
    fetched.set(name, answer);
  }
  return fetched.get(name);
}

/** Build the search into a place: a field, what it can be narrowed by, and the results. */
function build(place, inPage) {
  number += 1;
  const name = `ev-search-${number}`;
  const input = make("input", { type: "search", id: name, autocomplete: "off", spellcheck: "false", enterkeyhint: "search" });
  const hint = make("p", { class: "hint", id: `${name}-hint` }, say("search.hint", { example: say("search.example") }));
  input.setAttribute("aria-describedby", hint.id);
  const facets = make("div", { class: "search-facets" });
  const status = make("p", { class: "search-status", role: "status" });
  const out = make("div", { class: "search-out" });
  const list = make("ol", { class: "search-results" });
  const more = make("button", { type: "button", class: "more", hidden: true }, say("search.more"));
  place.append(make("label", { for: name }, say("search.label")), input, hint, facets, status, out, list, more);
  const state = { input, facets, status, out, list, more, inPage, turn: 0, shown: AT_FIRST, selects: [] };
  input.addEventListener("input", () => {
    state.shown = AT_FIRST;
    ask(state);
  });
  more.addEventListener("click", async () => {
    const last = list.children.length;
    state.shown += AT_FIRST;
    await ask(state);
    list.children[last]?.querySelector("a").focus();
  });
  list.addEventListener("keydown", (event) => walk(event, state));
  input.addEventListener("keydown", (event) => {
    if (event.key !== "ArrowDown" && event.key !== "Enter") return;
    list.querySelector("a")?.focus();
    event.preventDefault();
  });
  state.ready = offer(state);
  return state;
}

async function offer(state) {
  try {
    const { facets } = await file("guide");
    let place = 0;
    for (const { name, title, choices } of facets) {
      const numbered = choices.map((choice) => ({ ...choice, number: place++ }));
      if (choices.length < 2) continue;
      const select = make("select", { name }, make("option", { value: "" }, say("search.any")));
      for (const choice of numbered) select.append(make("option", { value: choice.value }, choice.name));
      select.addEventListener("change", () => {
        state.shown = AT_FIRST;
        ask(state);
      });
      state.selects.push({ select, name, numbered });
      state.facets.append(make("label", {}, make("span", {}, title), select));
    }
    // On its own page the engine waits for a question; where the search was opened, one is about to come.
    if (!state.inPage) await load();
  } catch {
    fail(state);
  }
}

function fail(state) {
  state.status.textContent = say("search.failed");
  state.out.replaceChildren(ways());
}

/** Where to go when the search leads nowhere: to every event, by plain links. */
function ways() {
  const links = setup.ways.map(([way, name]) => make("li", {}, make("a", { href: new URL(way, root).href }, name)));
  return make("div", { class: "search-ways" }, make("p", {}, say("search.ways")), make("ul", {}, ...links));
}

/** The ids of what is found, the best first: what fits the days, then what fits the words. */
async function find(asked, query) {
  if (asked.unknown.length) return [];
  const pagefind = await load();
  const results = new Map();
  const ids = (found) => {
    for (const result of found.results) results.set(result.id, result);
    return found.results.map((result) => result.id);
  };
  const lists = [];
  for (const day of asked.days) {
    const found = [];
    for (const mark of marksOf(day)) found.push(...ids(await pagefind.search(mark)));
    lists.push([...new Set(found)]);
  }
  if (asked.words.length) {
    const phrase = /^\s*["“”„].+["“”]\s*$/.test(query) && !asked.days.length;
    const text = asked.words.join(" ");
    lists.push(ids(await pagefind.search(phrase ? `"${text}"` : text)));
  }
  if (!lists.length) {
    ids(await pagefind.search(null));
    lists.push(Object.keys(await file("facets")));
  }
  const [first = [], ...others] = lists.map((list) => [...list]);
  const sets = others.map((list) => new Set(list));
  return first.filter((id) => sets.every((set) => set.has(id))).map((id) => results.get(id)).filter(Boolean);
}

/** Keep what fits every choice, and write beside each choice how many it would leave, the others being as they are. */
function narrow(state, found, facets) {
  const chosen = state.selects.map(({ select, numbered }) => numbered.find((one) => one.value === select.value)?.number);
  const fits = (id, without) => chosen.every((one, place) => one === undefined || place === without || facets[id]?.includes(one));
  for (const [place, { select, numbered }] of state.selects.entries()) {
    const open = found.filter(({ id }) => fits(id, place));
    const counts = new Map();
    for (const { id } of open) for (const one of facets[id] ?? []) counts.set(one, (counts.get(one) ?? 0) + 1);
    for (const [at, choice] of numbered.entries()) {
      const option = select.options[at + 1];
      option.textContent = `${choice.name} (${counts.get(choice.number) ?? 0})`;
      option.disabled = !counts.has(choice.number) && option.value !== select.value;
    }
  }
  return found.filter(({ id }) => fits(id));
}

function keep(state, query) {
  if (!state.inPage) return;
  const parameters = new URLSearchParams();
  if (query) parameters.set("q", query);
  for (const { select, name } of state.selects) if (select.value) parameters.set(name, select.value);
  const text = parameters.toString();
  history.replaceState(null, "", text ? `?${text}` : location.pathname);
}

async function ask(state) {
  state.turn += 1;
  const { turn } = state;
  const query = state.input.value.trim();
  const narrowed = state.selects.some(({ select }) => select.value);
  keep(state, query);
  state.status.textContent = query || narrowed ? say("search.wait") : "";
  try {
    const guide = await file("guide");
    const asked = await understand(query, guide);
    const found = await find(asked, query);
    if (turn !== state.turn) return;
    const empty = !query && !narrowed;
    const fitting = narrowed ? narrow(state, found, await file("facets")) : found;
    const results = empty ? [] : await Promise.all(fitting.slice(0, state.shown).map((result) => result.data()));
    if (turn !== state.turn) return;
    state.list.replaceChildren(...results.map((result) => item(result, asked, guide)));
    state.more.hidden = fitting.length <= state.shown || empty;
    state.out.replaceChildren(...(empty ? [] : told(state, asked, found, fitting)));
    state.status.textContent = empty ? "" : fitting.length ? count("search.count", fitting.length) : nothing(asked, query, found);
    if (!narrowed) narrow(state, found, await file("facets"));
  } catch {
    if (turn === state.turn) fail(state);
  }
}

const quoted = (words) => words.map((word) => `“${word}”`).join(", ");

function nothing(asked, query, found) {
  if (found.length) return say("search.none_here", { count: found.length });
  if (asked.unknown.length) return say("search.unknown", { words: quoted(asked.unknown) });
  return say("search.none", { query });
}

/** What the reader should know about the answer: a spelling put right, and ways out of an empty one. */
function told(state, asked, found, fitting) {
  const parts = [];
  if (asked.corrected.length && fitting.length) {
    const pairs = asked.corrected.map(([typed, used]) => say("search.corrected", { typed, used }));
    parts.push(make("p", { class: "search-told" }, pairs.join(" ")));
  }
  if (fitting.length) return parts;
  const again = (label, act) => {
    const button = make("button", { type: "button", class: "more" }, label);
    button.addEventListener("click", act);
    return button;
  };
  const buttons = [];
  if (found.length) {
    buttons.push(again(say("search.anywhere"), () => {
      for (const { select } of state.selects) select.value = "";
      ask(state);
    }));
  } else if (asked.words.length + asked.days.length && asked.unknown.length) {
    const rest = asked.unknown.reduce((text, word) => text.replace(new RegExp(word, "giu"), " "), state.input.value.normalize("NFC"));
    buttons.push(again(say("search.without_words", { words: quoted(asked.unknown) }), () => set(state, rest.trim())));
  } else if (asked.words.length > 1) {
    for (const word of new Set(asked.words)) buttons.push(again(say("search.only", { word }), () => set(state, word)));
  }
  if (buttons.length) parts.push(make("p", { class: "search-buttons" }, ...buttons));
  return [...parts, ways()];
}

function set(state, text) {
  state.input.value = text;
  state.shown = AT_FIRST;
  state.input.focus();
  ask(state);
}

function item(result, asked, guide) {
  const { meta } = result;
  const link = make("a", { href: new URL(result.raw_url ?? result.url, root).href, dir: "auto" }, meta.title ?? "");
  const facts = make("p", { class: "entry-facts" }, [meta.kind, meta.date].filter(Boolean).join(" · "));
  return make("li", {}, make("h3", {}, link), facts, make("p", { class: "excerpt", dir: "auto" }, ...excerpt(result, asked, guide)));
}

/** The places of the words that answer the question, counted in words from the beginning of the text. */
function hitsOf(result, words, asked, guide) {
  const hits = new Set(asked.words.length ? result.locations : []);
  for (const [place, word] of words.entries()) {
    if (wordsOf(word).some((one) => asked.words.some((used) => used.length > 2 && one.startsWith(used)))) hits.add(place);
  }
  if (!asked.days.length) return hits;
  const starts = [];
  let at = 0;
  for (const word of words) {
    starts.push(at);
    at += word.length + 1;
  }
  for (const day of daysIn(words.join(" "), guide.months).days) {
    if (!asked.days.some((one) => one.month === day.month && (!one.day || one.day === day.day))) continue;
    for (const [place, start] of starts.entries()) if (start < day.end && start + words[place].length > day.start) hits.add(place);
  }
  return hits;
}

/** The words around the densest hits, taken from the bare text, with the hits marked. */
function excerpt(result, asked, guide) {
  const all = (result.raw_content ?? result.content ?? "").split(/\s+/);
  const title = (result.meta.title ?? "").split(/\s+/).length;
  const visible = Number(result.meta.length) || all.length;
  const words = all.slice(0, visible);
  const hits = [...hitsOf(result, words, asked, guide)].filter((place) => place >= title && place < visible).sort((one, other) => one - other);
  const within = (first) => hits.filter((place) => place >= first && place < first + LONGEST - AROUND).length;
  const best = hits.reduce((first, place) => (within(place) > within(first) ? place : first), hits[0] ?? title);
  let start = best - AROUND < title + 4 ? title : best - AROUND;
  let end = Math.min(visible, start + LONGEST);
  while (words[start] === "·") start += 1;
  while (words[end - 1] === "·") end -= 1;
  const marked = new Set(hits);
  const pieces = words.slice(start, end).flatMap((word, place) => [marked.has(start + place) ? make("mark", {}, word) : word, " "]);
  return [start > title ? "… " : "", ...pieces, end < visible ? "…" : ""];
}

function walk(event, state) {
  const links = [...state.list.querySelectorAll("a")];
  const at = links.indexOf(document.activeElement);
  if (event.key === "ArrowDown" && at < links.length - 1) links[at + 1].focus();
  else if (event.key === "ArrowUp") (at > 0 ? links[at - 1] : state.input).focus();
  else return;
  event.preventDefault();
}

/** Open the search over the page. */
export function openDialog() {
  const page = document.querySelector("#ev-search-page input");
  if (page) {
    page.focus();
    return;
  }
  if (!dialog) {
    const close = make("button", { type: "button", class: "plain", "aria-label": say("search.close") }, "×");
    const title = make("h2", { id: "ev-search-title" }, say("search.title"));
    dialog = make("dialog", { class: "search-dialog", "aria-labelledby": "ev-search-title" });
    const body = make("div", { class: "search-body" });
    dialog.append(make("div", { class: "sheet-head" }, title, close), body);
    document.body.append(dialog);
    close.addEventListener("click", () => dialog.close());
    dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
    build(body, false);
  }
  dialog.showModal();
  dialog.querySelector("input").focus();
}

/** Fill the search page, with the question and the choices from its address. */
export async function fillPage() {
  const state = build(document.getElementById("ev-search-page"), true);
  const asked = new URLSearchParams(location.search);
  state.input.value = asked.get("q") ?? "";
  state.input.focus();
  await state.ready;
  for (const { select, name } of state.selects) {
    const value = asked.get(name);
    if ([...select.options].some((option) => option.value === value)) select.value = value;
  }
  if (state.input.value || state.selects.some(({ select }) => select.value)) ask(state);
}
