"use strict";
// Articles are hostile: text goes into the page through textContent only.
const data = JSON.parse(document.getElementById("data").textContent);
const stages = Object.keys(data.stages);
const rows = document.getElementById("rows");
const more = document.getElementById("more");
const controls = Object.fromEntries(
  ["find", "stage", "kind", "sort"].map((id) => [id, document.getElementById(id)]));
const STEP = 100;
let found = [];
let drawn = 0;

function make(tag, text = "", kind = "") {
  const made = document.createElement(tag);
  if (text !== "") made.textContent = text;
  if (kind) made.className = kind;
  return made;
}

function option(select, value, count) {
  const made = make("option", `${value} (${count})`);
  made.value = value;
  select.append(made);
}

function counted(values) {
  const counts = new Map();
  for (const value of values) counts.set(value, (counts.get(value) || 0) + 1);
  return counts;
}

function searchable(row) {
  const words = row.qu.map(([n]) => data.texts[n][4]).concat(row.q, row.id, row.as);
  return words.join("\n").toLowerCase();
}

const ORDERS = {
  n: () => 0,
  st: (a, b) => stages.indexOf(b.st) - stages.indexOf(a.st),
  c: (a, b) => (b.c ?? -1) - (a.c ?? -1),
  "-c": (a, b) => (a.c ?? -1) - (b.c ?? -1),
  f: (a, b) => (b.g.length || b.ga.length ? b.f ?? 1e9 : 0) - (a.g.length || a.ga.length ? a.f ?? 1e9 : 0),
  q: (a, b) => a.q.localeCompare(b.q),
};

function select() {
  const words = controls.find.value.toLowerCase().trim();
  const stage = controls.stage.value;
  const kind = controls.kind.value;
  found = data.questions.filter((row) =>
    (!stage || row.st === stage) && (!kind || row.k.includes(kind)) &&
    (!words || searchable(row).includes(words)));
  found = found.slice().sort(ORDERS[controls.sort.value]);
  for (const button of document.querySelectorAll("[data-sort]"))
    button.setAttribute("aria-pressed", String(button.dataset.sort === controls.sort.value));
  const all = data.questions.length;
  document.getElementById("count").textContent =
    found.length === all ? `${all.toLocaleString("en")} questions`
      : `${found.length.toLocaleString("en")} of ${all.toLocaleString("en")} questions`;
  rows.replaceChildren();
  drawn = 0;
  draw();
}

function draw() {
  for (const row of found.slice(drawn, drawn + STEP)) rows.append(line(row));
  drawn = Math.min(drawn + STEP, found.length);
  more.hidden = drawn >= found.length;
}

function line(row) {
  const item = make("li");
  const button = make("button", "", "asked");
  button.type = "button";
  button.setAttribute("aria-expanded", "false");
  const ended = make("span", "", "ended");
  ended.append(make("i", "", `s${stages.indexOf(row.st)}`), row.st);
  const sure = row.c === null ? "" : row.c.toFixed(2);
  const rank = row.g.length || row.ga.length ? (row.f ? `rank ${row.f}` : "not ranked") : "";
  button.append(make("span", row.q), ended, make("span", sure, "number"),
    make("span", rank, "number rank"));
  button.addEventListener("click", () => toggle(item, button, row));
  item.append(button);
  return item;
}

function toggle(item, button, row) {
  const open = button.getAttribute("aria-expanded") === "true";
  button.setAttribute("aria-expanded", String(!open));
  if (open) item.lastElementChild.remove();
  else item.append(opened(row));
}

function quote(number, kind) {
  const [article, title, start, end, text] = data.texts[number];
  const made = make("blockquote", text, kind);
  made.append(make("cite", `${title ? title + ", " : ""}${article}, characters ${start}-${end}`));
  return made;
}

function opened(row) {
  const box = make("div", "", "opened");
  const add = (title, parts) => { if (parts.length) box.append(make("h4", title), ...parts); };
  box.append(make("p", `${row.id}: ${data.stages[row.st] || "only the ranking was scored"}. ` +
    row.k.join(", "), "note"));
  add("Asked before", row.h.map((text) => make("p", text)));
  if (row.as !== row.q) add("Searched as", [make("p", row.as)]);
  add("Gold", row.g.map((n) => quote(n, "right")).concat(row.ga.map((id) => make("p", `article ${id}`))));
  if (row.an.length) add("Gold answers", [make("p", row.an.join(" · "))]);
  add(row.sh ? "Quoted" : "Not shown, but nearest to being quoted",
    row.qu.map(([n, right]) => quote(n, right ? "right" : "wrong")));
  if (row.r.length) add(ranked(row), [ranking(row)]);
  add("Values", Object.keys(row.v).length
    ? [make("p", Object.entries(row.v).map(([name, value]) => `${name} ${value}`).join(" · "))] : []);
  add("Not the articles' words", row.x.map((text) => make("p", text, "alarm")));
  return box;
}

function ranked(row) {
  if (!row.g.length && !row.ga.length) return "Ranking";
  const pool = row.p ? `, ${row.p} before re-ranking` : "";
  return row.f ? `Ranking: the first passage with gold is at ${row.f}${pool}`
    : `Ranking: no passage with gold${pool}`;
}

function ranking(row) {
  const list = make("ol");
  for (const [number, right] of row.r) {
    const [article, , start, , text] = data.texts[number];
    const item = make("li", text.length > 260 ? text.slice(0, 260) + "…" : text, right ? "right" : "");
    item.append(" ", make("span", `${article}, from ${start}`));
    list.append(item);
  }
  return list;
}

for (const [stage, count] of counted(data.questions.map((row) => row.st)))
  if (stage) option(controls.stage, stage, count);
for (const [kind, count] of [...counted(data.questions.flatMap((row) => row.k))].sort())
  option(controls.kind, kind, count);
for (const control of Object.values(controls)) control.addEventListener("input", select);
document.querySelector(".filters").addEventListener("submit", (event) => event.preventDefault());
more.addEventListener("click", draw);
for (const button of document.querySelectorAll("[data-sort]"))
  button.addEventListener("click", () => {
    const again = button.dataset.sort === "c" && controls.sort.value === "c";
    controls.sort.value = again ? "-c" : button.dataset.sort;
    select();
  });
for (const button of document.querySelectorAll("[data-stage]"))
  button.addEventListener("click", () => {
    controls.stage.value = button.dataset.stage;
    select();
    document.getElementById("questions").scrollIntoView({ behavior: "smooth" });
  });
select();
