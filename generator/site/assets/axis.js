// The overview: wider and narrower, and from event to event with the keys.

const drawing = document.querySelector(".axis-drawing");
const scroll = document.querySelector(".axis-scroll");
const STEPS = [100, 150, 225, 340, 500, 800];
let step = 0;

function zoom(to) {
  const before = scroll.scrollWidth;
  const middle = (scroll.scrollLeft + scroll.clientWidth / 2) / before;
  step = Math.min(STEPS.length - 1, Math.max(0, to));
  drawing.setAttribute("width", `${STEPS[step]}%`);
  scroll.scrollLeft = middle * scroll.scrollWidth - scroll.clientWidth / 2;
}

document.querySelector(".axis-tools")?.addEventListener("click", (event) => {
  const button = event.target instanceof Element ? event.target.closest("[data-axis]") : null;
  if (button) zoom({ in: step + 1, out: step - 1, whole: 0 }[button.dataset.axis] ?? 0);
});

function links() {
  return [...drawing.querySelectorAll("a")].filter((link) => !link.parentElement.hasAttribute("hidden"));
}

function where(link) {
  const box = link.getBoundingClientRect();
  return box.left + box.width / 2;
}

drawing?.addEventListener("keydown", (event) => {
  const moves = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: 1, ArrowUp: -1, Home: "first", End: "last" };
  if (!Object.hasOwn(moves, event.key)) return;
  const all = links().sort((one, other) => where(one) - where(other));
  const at = all.indexOf(document.activeElement);
  if (at < 0) return;
  const move = moves[event.key];
  const to = move === "first" ? 0 : move === "last" ? all.length - 1 : Math.min(all.length - 1, Math.max(0, at + move));
  event.preventDefault();
  all[to].focus();
});
