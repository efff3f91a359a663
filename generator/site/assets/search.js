// The search: loaded when it is opened, and not before. Results are built as text, never as markup.

import { count, make, root, say } from "./site.js";

const AT_FIRST = 8;
let engine;
let dialog;
let number = 0;

/** Load the index's engine, once. */
async function load() {
  engine ??= import(new URL("pagefind/pagefind.js", root).href).then(async (pagefind) => {
    await pagefind.options({ baseUrl: root.pathname, excerptLength: 24 });
    await pagefind.init();
    return pagefind;
  });
  engine.catch(() => {
    engine = undefined;
  });
  return engine;
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
  const list = make("ol", { class: "search-results" });
  const more = make("button", { type: "button", class: "more", hidden: true }, say("search.more"));
  place.append(make("label", { for: name }, say("search.label")), input, hint, facets, status, list, more);
  const state = { input, facets, status, list, more, inPage, turn: 0, shown: AT_FIRST, chosen: {} };
  input.addEventListener("input", () => ask(state));
  more.addEventListener("click", () => {
    state.shown += AT_FIRST;
    ask(state);
  });
  list.addEventListener("keydown", (event) => walk(event, state));
  input.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown") {
      list.querySelector("a")?.focus();
      event.preventDefault();
    }
  });
  offer(state);
  return state;
}

async function offer(state) {
  try {
    const answer = await fetch(new URL("data/search.json", root));
    for (const { name, title, choices } of await answer.json()) {
      if (choices.length < 2) continue;
      const select = make("select", { name }, make("option", { value: "" }, say("search.any")));
      for (const choice of choices) select.append(make("option", { value: choice.word }, `${choice.name} (${choice.count})`));
      select.addEventListener("change", () => {
        state.chosen[name] = select.value;
        state.shown = AT_FIRST;
        ask(state);
      });
      state.facets.append(make("label", {}, make("span", {}, title), select));
    }
    await load();
  } catch {
    state.status.textContent = say("search.failed");
  }
}

async function ask(state) {
  state.turn += 1;
  const { turn } = state;
  const query = state.input.value.trim();
  const narrowed = Object.values(state.chosen).filter(Boolean);
  if (state.inPage) history.replaceState(null, "", query ? `?q=${encodeURIComponent(query)}` : location.pathname);
  if (!query && !narrowed.length) {
    state.list.replaceChildren();
    state.status.textContent = "";
    state.more.hidden = true;
    return;
  }
  state.status.textContent = say("search.wait");
  try {
    const pagefind = await load();
    const found = await pagefind.search([query, ...narrowed].join(" ").trim());
    const results = await Promise.all(found.results.slice(0, state.shown).map((result) => result.data()));
    if (turn !== state.turn) return;
    state.list.replaceChildren(...results.map(item));
    state.more.hidden = found.results.length <= state.shown;
    state.status.textContent = found.results.length ? count("search.count", found.results.length) : say("search.none", { query });
  } catch {
    if (turn === state.turn) state.status.textContent = say("search.failed");
  }
}

function item(result) {
  const { meta } = result;
  const link = make("a", { href: new URL(result.raw_url ?? result.url, root).href, dir: "auto" }, meta.title ?? "");
  const facts = make("p", { class: "entry-facts" }, [meta.kind, meta.date].filter(Boolean).join(" · "));
  return make("li", {}, make("h3", {}, link), facts, make("p", { class: "excerpt", dir: "auto" }, ...excerpt(result)));
}

/** The words around the first hit, taken from the bare text, with the hits marked. */
function excerpt(result) {
  const words = (result.raw_content ?? result.content ?? "").split(/\s+/);
  const title = (result.meta.title ?? "").split(/\s+/).length;
  const visible = Number(result.meta.length) || words.length;
  const hits = new Set((result.locations ?? []).filter((place) => place >= title && place < visible));
  const first = hits.size ? Math.min(...hits) : title;
  const start = Math.max(title, first - 8);
  const pieces = [];
  if (start > title) pieces.push("… ");
  for (let place = start; place < Math.min(visible, start + 30); place += 1) {
    pieces.push(hits.has(place) ? make("mark", {}, words[place]) : words[place], " ");
  }
  if (start + 30 < visible) pieces.push("…");
  return pieces;
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

/** Fill the search page, with the question from its address. */
export function fillPage() {
  const state = build(document.getElementById("ev-search-page"), true);
  state.input.value = new URLSearchParams(location.search).get("q") ?? "";
  state.input.focus();
  if (state.input.value) ask(state);
}
