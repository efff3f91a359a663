// The feed: filter it, with the choice in the address bar; turn its order; download what is shown; mark what is new.

import { count, kept, make, root, say } from "./site.js";

const days = document.getElementById("ev-days");
const sheet = document.getElementById("ev-filter");
const form = sheet.querySelector("form");
const chosen = document.getElementById("ev-chosen");
const nothing = document.getElementById("ev-nothing");
const months = document.getElementById("ev-months");
let entries = [...document.querySelectorAll(".home .entry")];
let whole = months === null;
const FACETS = [...form.querySelectorAll("[data-facet]")].map((set) => set.dataset.facet);
const FLAGS = ["key", "contested", "new"];
let seen = new Map();

/** The choice as it stands in the address bar; a value that the form does not know is left out, and that is said. */
function read() {
  const asked = new URLSearchParams(location.search);
  const view = { unknown: false, facets: new Map(), from: "", to: "", flags: new Set(), order: asked.get("order") === "newest" ? "newest" : "" };
  for (const facet of FACETS) {
    const known = new Set([...form.querySelectorAll(`input[type=checkbox]`)].filter((box) => box.name === facet).map((box) => box.value));
    const values = asked.getAll(facet).filter((value) => known.has(value));
    if (values.length) view.facets.set(facet, new Set(values));
    view.unknown ||= values.length < asked.getAll(facet).length;
  }
  for (const end of ["from", "to"]) {
    const day = asked.get(end) ?? "";
    if (/^[0-9]{4}-[0-9]{2}-[0-9]{2}$/.test(day) && !Number.isNaN(Date.parse(day))) view[end] = day;
    else view.unknown ||= day !== "";
  }
  for (const flag of FLAGS) {
    if (asked.get(flag) === "1") view.flags.add(flag);
    else view.unknown ||= asked.has(flag);
  }
  return view;
}

function address(view) {
  const parameters = new URLSearchParams();
  for (const [facet, values] of view.facets) for (const value of values) parameters.append(facet, value);
  if (view.from) parameters.set("from", view.from);
  if (view.to) parameters.set("to", view.to);
  for (const flag of view.flags) parameters.set(flag, "1");
  if (view.order) parameters.set("order", view.order);
  const text = parameters.toString();
  return text ? `?${text}` : location.pathname;
}

function has(entry, facet, values) {
  const held = (entry.getAttribute(`data-${facet}`) ?? "").split(" ");
  return held.some((value) => values.has(value));
}

/** An uncertain date matches when any of its days lies in the range. */
function overlaps(entry, view) {
  const first = entry.dataset.first || "0000-01-01";
  const last = entry.dataset.last || "9999-12-31";
  return (!view.to || first <= view.to) && (!view.from || last >= view.from);
}

function flagged(entry, flag) {
  return flag === "new" ? seen.has(entry.dataset.id) : entry.hasAttribute(`data-${flag}`);
}

function fits(entry, view, without) {
  for (const [facet, values] of view.facets) if (facet !== without && !has(entry, facet, values)) return false;
  for (const flag of view.flags) if (flag !== without && !flagged(entry, flag)) return false;
  return overlaps(entry, view);
}

function fill(view) {
  for (const box of form.querySelectorAll("input[type=checkbox]")) {
    box.checked = FLAGS.includes(box.name) ? view.flags.has(box.name) : (view.facets.get(box.name)?.has(box.value) ?? false);
  }
  form.elements.from.value = view.from;
  form.elements.to.value = view.to;
}

function asChosen() {
  const view = { ...read(), unknown: false, facets: new Map(), from: form.elements.from.value, to: form.elements.to.value };
  view.flags = new Set([...view.flags].filter((flag) => flag === "new"));
  for (const box of form.querySelectorAll("input[type=checkbox]:checked")) {
    if (FLAGS.includes(box.name)) view.flags.add(box.name);
    else view.facets.set(box.name, (view.facets.get(box.name) ?? new Set()).add(box.value));
  }
  return view;
}

/** How many events each choice would show, the others being as they are. */
function recount(view) {
  for (const box of form.querySelectorAll("input[type=checkbox]")) {
    if (FLAGS.includes(box.name)) tally(box, entries.filter((entry) => fits(entry, view, box.name) && flagged(entry, box.name)).length);
  }
  for (const box of form.querySelectorAll("[data-facet] input")) {
    const only = new Set([box.value]);
    const number = entries.filter((entry) => fits(entry, view, box.name) && has(entry, box.name, only)).length;
    tally(box, number);
  }
}

function tally(box, number) {
  box.closest("label").querySelector(".count").textContent = number;
  box.closest("label").classList.toggle("is-empty", number === 0 && !box.checked);
}

/** A day as the reader's language writes it. */
function inFull(day) {
  return new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: "long", timeZone: "UTC" }).format(new Date(day));
}

function inWords(view) {
  const parts = [];
  for (const facet of FACETS) {
    const values = view.facets.get(facet);
    if (!values) continue;
    const boxes = [...form.querySelectorAll("[data-facet] input")].filter((box) => box.name === facet && values.has(box.value));
    const names = boxes.map((box) => box.nextElementSibling.textContent);
    const legend = form.querySelector(`[data-facet="${facet}"] legend`).textContent;
    parts.push(`${legend}: ${names.join(", ")}`);
  }
  if (view.from) parts.push(say("filter.from_words", { date: inFull(view.from) }));
  if (view.to) parts.push(say("filter.to_words", { date: inFull(view.to) }));
  if (view.flags.has("key")) parts.push(say("filter.key"));
  if (view.flags.has("contested")) parts.push(say("filter.contested"));
  if (view.flags.has("new")) parts.push(say("visit.only"));
  return parts.join("; ");
}

function show(view) {
  const shown = entries.filter((entry) => fits(entry, view));
  const visible = new Set(shown.map((entry) => entry.dataset.id));
  for (const entry of entries) entry.hidden = !visible.has(entry.dataset.id);
  for (const day of document.querySelectorAll(".home .day")) day.hidden = !day.querySelector(".entry:not([hidden])");
  for (const before of document.querySelectorAll(".before")) before.hidden = !before.querySelector(".day:not([hidden])");
  for (const bar of document.querySelectorAll(".axis .bar")) bar.toggleAttribute("hidden", !visible.has(bar.dataset.id));
  const words = inWords(view);
  chosen.hidden = !words && !view.unknown;
  nothing.hidden = shown.length > 0;
  const told = say("filter.shown", { shown: shown.length, all: entries.length });
  const note = view.unknown ? ` ${say("filter.unknown")}` : "";
  chosen.querySelector(".chosen-words").textContent = words ? `${told}. ${words}.${note}` : `${told}.${note}`;
  for (const button of document.querySelectorAll("[data-filter=done]")) button.textContent = say("filter.apply", { count: shown.length });
  arrange(view.order);
  if (whole) recount(view);
}

/** Days in the order asked for; within a day the order of events stays as the words give it. */
function arrange(order) {
  const newest = order === "newest";
  const button = document.querySelector("[data-filter=order]");
  button.setAttribute("aria-pressed", String(newest));
  if (days.dataset.order === order) return;
  if (newest || days.dataset.order === "newest") days.append(...[...days.children].reverse());
  days.dataset.order = order;
}

/** A long timeline comes in months: fetch them all, from our own pages, when a filter first needs them. */
async function fetchMonths() {
  const waiting = document.getElementById("ev-waiting");
  waiting.hidden = false;
  try {
    const pages = await Promise.all([...months.querySelectorAll("a")].map((link) => fetch(link.href).then((page) => page.text())));
    const parser = new DOMParser();
    const fetched = pages.flatMap((page, place) => {
      const from = months.querySelectorAll("a")[place].href;
      const found = [...parser.parseFromString(page, "text/html").querySelectorAll(".month .day")];
      for (const link of found.flatMap((day) => [...day.querySelectorAll("a[href]")])) {
        link.setAttribute("href", new URL(link.getAttribute("href"), from).href);
      }
      return found;
    });
    days.replaceChildren(...fetched.map((day) => document.adoptNode(day)));
    days.dataset.order = "";
    entries = [...document.querySelectorAll(".home .entry")];
    whole = true;
    waiting.hidden = true;
  } catch {
    waiting.textContent = say("filter.failed");
  }
}

function narrows(view) {
  return view.facets.size > 0 || view.flags.size > 0 || view.from || view.to;
}

async function go(view, push = true) {
  if (push) history.pushState(null, "", address(view));
  fill(view);
  if (!whole && narrows(view)) await fetchMonths();
  show(view);
}

function save(name, type, text) {
  const link = make("a", { href: URL.createObjectURL(new Blob([text], { type })), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}

/** Cut CSV into its records, quoted line breaks and all. */
export function records(text) {
  const found = [];
  let start = 0;
  let quoted = false;
  for (let place = 0; place < text.length; place += 1) {
    if (text[place] === '"') quoted = !quoted;
    else if (text[place] === "\n" && !quoted) {
      found.push(text.slice(start, place + 1));
      start = place + 1;
    }
  }
  if (start < text.length) found.push(text.slice(start));
  return found;
}

async function download(kind) {
  const ids = new Set(entries.filter((entry) => !entry.hidden).map((entry) => entry.dataset.id));
  try {
    const answer = await fetch(new URL(kind === "json" ? "data/timeline.json" : "data/events.csv", root));
    if (!answer.ok) throw new Error(answer.statusText);
    const text = await answer.text();
    if (kind === "json") {
      const data = JSON.parse(text);
      data.events = data.events.filter((event) => ids.has(event.id));
      save("events.json", "application/json", `${JSON.stringify(data, null, 1)}\n`);
    } else {
      const [head, ...rows] = records(text);
      save("events.csv", "text/csv", [head, ...rows.filter((row) => ids.has(row.slice(1, row.indexOf('"', 1))))].join(""));
    }
  } catch {
    chosen.querySelector(".chosen-words").textContent = say("filter.failed");
  }
}

async function copy(button) {
  try {
    await navigator.clipboard.writeText(location.href);
    button.textContent = say("filter.copied");
  } catch {
    button.textContent = location.href;
  }
}

const acts = {
  open: () => sheet.showModal(),
  clear: () => go({ facets: new Map(), from: "", to: "", flags: new Set(), order: read().order }),
  order: () => go({ ...read(), order: read().order ? "" : "newest" }),
  link: copy,
  json: () => download("json"),
  csv: () => download("csv"),
};

document.addEventListener("click", (event) => {
  const button = event.target instanceof Element ? event.target.closest("[data-filter]") : null;
  if (button && Object.hasOwn(acts, button.dataset.filter)) acts[button.dataset.filter](button);
});
form.addEventListener("change", () => go(asChosen()));
sheet.addEventListener("click", (event) => event.target === sheet && sheet.close());
addEventListener("popstate", () => go(read(), false));

/** What is new or changed since the last visit: compared with a note that never leaves this browser. */
function visit() {
  const now = Object.fromEntries(entries.map((entry) => [entry.dataset.id, entry.dataset.version]));
  const name = `ev-seen:${root.pathname}`;
  const before = kept.get(name, sessionStorage) ?? kept.get(name);
  kept.set(name, now);
  if (!before || typeof before !== "object") return;
  kept.set(name, before, sessionStorage);
  for (const entry of entries) {
    const { id, version } = entry.dataset;
    const state = !Object.hasOwn(before, id) ? "new" : before[id] !== version ? "changed" : "";
    if (!state) continue;
    seen.set(id, state);
    entry.querySelector(".entry-foot").append(" ", make("span", { class: `badge ${state}` }, say(`feed.${state}`)));
  }
  if (seen.size) tell(name, now);
}

function tell(name, now) {
  const note = document.getElementById("ev-visit");
  const states = [...seen.values()];
  const parts = ["new", "changed"]
    .map((state) => [state, states.filter((one) => one === state).length])
    .filter(([, number]) => number)
    .map(([state, number]) => count(`visit.${state}`, number));
  const only = make("button", { type: "button" }, say("visit.only"));
  const done = make("button", { type: "button" }, say("visit.seen"));
  only.addEventListener("click", () => go({ ...read(), flags: new Set([...read().flags, "new"]) }));
  done.addEventListener("click", () => {
    kept.set(name, now, sessionStorage);
    for (const badge of document.querySelectorAll(".badge.new, .badge.changed")) badge.remove();
    seen = new Map();
    note.hidden = true;
    const view = read();
    view.flags.delete("new");
    go(view);
  });
  note.replaceChildren(make("p", {}, `${say("visit.lead")} ${parts.join(", ")}. `, only, " ", done));
  note.hidden = false;
}

visit();
go(read(), false);
