// What plain HTML cannot do: keys, steps from change to change, a map at true heights.
"use strict";

const KEYS = { j: () => step(1), n: () => step(1), k: () => step(-1), p: () => step(-1), v: turn, u: unfold };
let held = null;

addEventListener("DOMContentLoaded", () => {
  for (const part of document.querySelectorAll(".steps, .keys")) part.hidden = false;
  document.documentElement.style.overflowAnchor = "none"; // two that hold the place would disagree
  if (matchMedia("(max-width: 60rem)").matches) choose("view-inline");
  find("next").addEventListener("click", () => step(1));
  find("previous").addEventListener("click", () => step(-1));
  find("unfold").addEventListener("click", unfold);
  addEventListener("keydown", press);
  addEventListener("change", () => { keepPlace(); measure(); });
  addEventListener("toggle", measure, true);
  addEventListener("resize", measure);
  addEventListener("scroll", () => requestAnimationFrame(follow), { passive: true });
  addEventListener("hashchange", reveal);
  document.addEventListener("focusin", tell);
  reveal();
  measure();
});

function find(id) {
  return document.getElementById(id);
}

function press(event) {
  const act = KEYS[event.key];
  if (!act || !find("keys").checked || event.ctrlKey || event.altKey || event.metaKey) return;
  event.preventDefault();
  act();
}

// The changes in sight of the filter, in order.
function stops() {
  return [...document.querySelectorAll(".stop")].filter((row) => row.getClientRects().length > 0);
}

function step(by) {
  const rows = stops();
  const row = rows[nextPlace(rows, by)];
  if (!row) return;
  row.scrollIntoView({ block: "start" });
  row.focus({ preventScroll: true });
  follow();
}

// From the change that has the focus; when the reader has scrolled away from it, from what is seen.
function nextPlace(rows, by) {
  const here = rows.indexOf(document.activeElement.closest(".stop"));
  if (here >= 0 && isSeen(rows[here])) return here + by;
  const line = barHeight() + 0.1 * innerHeight;
  const below = rows.findIndex((row) => row.getBoundingClientRect().top > line - 1);
  const after = below < 0 ? rows.length : below;
  return by > 0 ? after : after - 1;
}

function isSeen(row) {
  const box = row.getBoundingClientRect();
  return box.bottom > barHeight() && innerHeight > box.top;
}

function tell() {
  const row = document.activeElement.closest(".stop");
  const rows = row ? stops() : [];
  find("position").textContent = row ? `Change ${rows.indexOf(row) + 1} of ${rows.length}` : "";
}

function turn() {
  choose(find("view-inline").checked ? "view-beside" : "view-inline");
  keepPlace();
  measure();
}

function choose(id) {
  find(id).checked = true;
}

function unfold() {
  const folds = [...document.querySelectorAll(".fold")];
  const open = folds.some((fold) => !fold.open);
  for (const fold of folds) fold.open = open;
  find("unfold").textContent = open ? "Fold" : "Unfold";
  keepPlace();
}

// The row that is read stays where it is when the page around it changes: the one that has the
// focus, else the one at the top of the window.
function keepPlace() {
  if (held && held.row.getClientRects().length > 0) {
    scrollBy(0, held.row.getBoundingClientRect().top - held.top);
  }
}

function follow() {
  const row = rowInUse();
  held = row && { row, top: row.getBoundingClientRect().top };
  const whole = document.documentElement.scrollHeight;
  const map = document.querySelector(".map").clientHeight;
  find("window").setAttribute("y", (scrollY / whole) * map);
  find("window").setAttribute("height", (innerHeight / whole) * map);
}

function rowInUse() {
  const chosen = document.activeElement.closest(".row");
  if (chosen && isSeen(chosen)) return chosen;
  const seen = document.elementFromPoint(innerWidth / 2, barHeight() + 24);
  return seen && seen.closest(".row");
}

function barHeight() {
  const bar = document.querySelector(".toolbar");
  return getComputedStyle(bar).position === "sticky" ? bar.offsetHeight : 0;
}

// Puts each mark of the map at the height of its change: first all is read, then all is written.
function measure() {
  document.documentElement.style.setProperty("--bar-height", `${barHeight()}px`);
  const scale = (document.querySelector(".map").clientHeight - 16) / document.documentElement.scrollHeight;
  const marks = [...document.querySelectorAll(".map a")];
  const heights = marks.map((mark) => {
    const row = document.querySelector(mark.getAttribute("href"));
    return (row.getBoundingClientRect().top + scrollY) * scale;
  });
  marks.forEach((mark, place) => {
    for (const part of mark.querySelectorAll("rect, use")) part.setAttribute("y", heights[place]);
  });
  follow();
}

// A link into a fold opens it.
function reveal() {
  const target = location.hash.length > 1 ? find(location.hash.slice(1)) : null;
  const fold = target && target.closest(".fold");
  if (!fold || fold.open) return;
  fold.open = true;
  target.scrollIntoView();
}
