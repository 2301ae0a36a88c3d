"use strict";
// Everything is on the page already: this shows the sentence behind a figure, filters rows, and keeps two choices.
const root = document.documentElement;
const panel = document.getElementById("panel");
const body = document.getElementById("panel-body");
const heading = document.getElementById("panel-h");
let opener = null;

function kept(name, value) {  // a page opened from a file may have no storage
  try {
    if (value !== undefined) localStorage.setItem("yanshu-" + name, value);
    return localStorage.getItem("yanshu-" + name);
  } catch {
    return null;
  }
}

function speak(language) {
  root.dataset.language = language;
  root.lang = language === "zh" ? "zh-CN" : "en";
  kept("language", language);
}

function showEvidence(id, from) {
  const card = document.getElementById(id);
  if (!card) return false;
  const all = from.classList.contains("n") ? document.querySelectorAll(`.card[data-number="${card.dataset.number}"]`) : [card];
  body.replaceChildren(...Array.from(all, (one) => {
    const copy = one.cloneNode(true);
    copy.removeAttribute("id");
    return copy;
  }));
  panel.hidden = false;
  opener = from;
  heading.focus({ preventScroll: true });
  return true;
}

function hideEvidence() {
  if (panel.hidden) return;
  panel.hidden = true;
  if (opener) opener.focus({ preventScroll: true });
}

function find(id) {
  document.querySelectorAll(".n.found").forEach((one) => one.classList.remove("found"));
  document.getElementById(id)?.classList.add("found");
}

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[href^='#']");
  if (!link) return;
  const id = link.getAttribute("href").slice(1);
  if (id.startsWith("c-") && showEvidence(id, link)) event.preventDefault();
  if (id.startsWith("n-")) {
    find(id);
    if (panel.contains(link) && innerWidth < 640) panel.hidden = true;
  }
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") hideEvidence();
});
document.getElementById("panel-close").addEventListener("click", hideEvidence);

document.getElementById("language").addEventListener("click", () => speak(root.dataset.language === "zh" ? "en" : "zh"));
document.getElementById("theme").addEventListener("click", () => {
  const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  root.dataset.theme = kept("theme", dark ? "light" : "dark") || (dark ? "light" : "dark");
});

for (const box of document.querySelectorAll("[data-class]")) {
  box.addEventListener("change", () => root.classList.toggle("without-" + box.dataset.class, !box.checked));
}

const filter = document.getElementById("filter");
const rows = Array.from(document.querySelectorAll("#claim-rows tbody tr"), (row) => [row, row.textContent.toLowerCase()]);
filter.addEventListener("input", () => {
  const wanted = filter.value.toLowerCase().split(/\s+/).filter(Boolean);
  let shown = 0;
  for (const [row, text] of rows) {
    row.hidden = !wanted.every((word) => text.includes(word));
    shown += row.hidden ? 0 : 1;
  }
  document.getElementById("found").textContent = wanted.length ? `${shown} / ${rows.length}` : "";
});

if (kept("language")) speak(kept("language"));
if (kept("theme")) root.dataset.theme = kept("theme");
