// What every page can do: change colours, open the search. The rest is loaded where a page has need of it.
// Text from the record is only ever set with textContent; nothing here builds markup from it.

const holder = document.getElementById("ev-messages");
export const setup = holder ? JSON.parse(holder.textContent) : { words: {}, root: "./", ways: [] };
export const root = new URL(setup.root, document.baseURI);

/** Return a message with its places filled. */
export function say(key, values = {}) {
  const pattern = Object.hasOwn(setup.words, key) ? setup.words[key] : key;
  return pattern.replace(/\{(\w+)\}/g, (whole, name) => (Object.hasOwn(values, name) ? String(values[name]) : whole));
}

/** Return the message in the form that the number asks for. */
export function count(key, number) {
  return say(`${key}.${number === 1 ? "one" : "other"}`, { count: number });
}

/** Make an element with text and attributes. */
export function make(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === true) made.setAttribute(key, "");
    else if (value !== false && value != null) made.setAttribute(key, value);
  }
  made.append(...children);
  return made;
}

/** Read or write what the browser keeps for this site; a refusal counts as nothing kept. */
export const kept = {
  get(name, area = localStorage) {
    try {
      return JSON.parse(area.getItem(name));
    } catch {
      return null;
    }
  },
  set(name, value, area = localStorage) {
    try {
      area.setItem(name, JSON.stringify(value));
    } catch {
      // Nothing is kept, and nothing else fails.
    }
  },
};

function toggleScheme() {
  const dark = matchMedia("(prefers-color-scheme: dark)").matches;
  const element = document.documentElement;
  const next = (element.dataset.scheme ?? (dark ? "dark" : "light")) === "dark" ? "light" : "dark";
  element.dataset.scheme = next;
  try {
    localStorage.setItem("ev-scheme", next);
  } catch {
    // The choice holds for this page.
  }
}

function typing(target) {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
}

async function openSearch(event) {
  event.preventDefault();
  const { openDialog } = await import("./search.js");
  openDialog();
}

document.addEventListener("click", (event) => {
  const button = event.target instanceof Element ? event.target.closest("[data-scheme], [data-search]") : null;
  if (!button) return;
  if (button.dataset.scheme === "toggle") toggleScheme();
  else if (!event.ctrlKey && !event.metaKey && !event.shiftKey) openSearch(event);
});

document.addEventListener("keydown", (event) => {
  const slash = event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey && !typing(event.target);
  const chord = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
  if ((slash || chord) && !document.querySelector("dialog[open]")) openSearch(event);
});

// On a narrow screen the menu scrolls; the page's own entry is brought into view.
const menu = document.querySelector(".menu ul");
const here = menu?.querySelector("[aria-current]");
if (here) {
  const [own, whole] = [here.getBoundingClientRect(), menu.getBoundingClientRect()];
  if (own.right > whole.right - 24 || own.left < whole.left) menu.scrollLeft += own.left - whole.left - 24;
}

if (document.getElementById("ev-search-page")) import("./search.js").then((search) => search.fillPage());
if (document.getElementById("ev-days")) import("./feed.js");
if (document.getElementById("ev-axis")) import("./axis.js");
