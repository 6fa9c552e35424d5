// Sorting, paging, dates and removing; the view stands in data attributes that Python wrote.
const root = () => element.querySelector(".list");
const view = () => ({ order: root().dataset.order, down: root().dataset.down, when: root().dataset.chosen, page: root().dataset.page });
const list = (change) => trigger("listed", { ...view(), page: "1", ...change });
let back = "";                                         // where the focus was before Python drew anew
const selector = (button) => ["sort", "when", "to"].filter((key) => key in button.dataset)
  .map((key) => `[data-${key}="${CSS.escape(button.dataset[key])}"]`)[0] || "";
const actions = {
  sort: (b) => list({ order: b.dataset.sort, down: +(view().order === b.dataset.sort && view().down === "0") + "" }),
  when: (b) => list({ when: view().when === b.dataset.when ? "" : b.dataset.when }),
  to: (b) => { list({ page: b.dataset.to }); element.scrollIntoView({ block: "start" }); },
  doubt: (b) => { b.closest("tr").dataset.doubted = ""; b.closest("tr").querySelector("[data-remove]").focus(); },
  spare: (b) => { const row = b.closest("tr"); delete row.dataset.doubted; row.querySelector("[data-doubt]").focus(); },
  remove: (b) => { trigger("removed", { article: b.dataset.remove, view: view() }); b.closest("tr").dataset.leaving = ""; },
};
element.addEventListener("click", (event) => {
  const button = event.target.closest?.("button");
  const name = button && Object.keys(actions).find((key) => key in button.dataset);
  if (!name) return;
  back = selector(button);
  actions[name](button);
});
let size = "";
watch("value", () => {
  const now = root()?.dataset.all || "0";
  if (size && now !== size) document.dispatchEvent(new Event("pincite:collection"));
  size = now;
  if (back) element.querySelector(back)?.focus();
  back = "";
});
