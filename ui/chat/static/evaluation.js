// The evaluation's tab: one script for its four parts, all found from the column around them.
const tab = element.closest("#evaluation");
const form = () => tab.querySelector("form.runs");
const value = (name) => form()?.elements[name]?.value || "";
const list = (change) => {
  const { run, stage, page } = element.querySelector(".questions")?.dataset || {};
  if (run) trigger("listed", { run, stage, page: "1", ...change });
};
tab.addEventListener("submit", (event) => {
  event.preventDefault();
  if (!tab.querySelector(".under-way")) trigger("ran", { set: value("set"), limit: value("limit") });
});
tab.addEventListener("change", (event) => {
  if (["shown", "against"].includes(event.target.name)) trigger("chosen", { shown: value("shown"), against: value("against") });
  if ("stages" in event.target.dataset) list({ stage: event.target.value });
});
tab.addEventListener("click", (event) => {
  const button = event.target.closest?.("button");
  if (!button) return;
  if ("stop" in button.dataset) trigger("stopped", {});
  if ("to" in button.dataset) { list({ page: button.dataset.to }); element.scrollIntoView({ block: "start" }); }
  if ("stage" in button.dataset) { list({ stage: button.dataset.stage }); element.scrollIntoView({ block: "start" }); }
});
let waiting;
tab.addEventListener("input", (event) => {
  if (!event.target.closest("#evaluation-find")) return;
  clearTimeout(waiting);
  waiting = setTimeout(() => list({}), 250);
});
// Asked for when the tab is first looked at, not with every page.
new IntersectionObserver(([first], watching) => {
  if (!first.isIntersecting) return;
  watching.disconnect();
  trigger("opened", {});
}).observe(tab);
