/**
 * The house: floors from the ground up, and the rooms on each floor (ARCHITECTURE.md). Imports go down, never up, never
 * in a circle.
 */
const FLOORS = [
  "organisation",
  "decisions",
  "documents",
  "year",
  "lessons",
  "goals",
  "ledger",
  "staff",
  "budget",
  "control",
  "plans",
  "followup",
];
/** The budget's sub-chapters, from the ground up: each is a floor of its own within its chapter. */
const BUDGET_FLOORS = [
  "base",
  "population",
  "allocation",
  "position",
  "live",
  "matter",
  "internal",
  "company",
  "way",
  "scenarios",
  "figures",
  "document",
];
const TEST = "\\.test\\.tsx?$|^src/shell/testing/";
const any = (chapters) => `^src/(${chapters.join("|")})/`;

const upward = FLOORS.map((chapter, floor) => ({
  name: `up-from-${chapter}`,
  comment: `${chapter} must not import from a chapter above it or from the shell: what it needs lies in the wrong room.`,
  severity: "error",
  from: { path: `^src/${chapter}/`, pathNot: TEST },
  to: { path: any([...FLOORS.slice(floor + 1), "shell"]) },
}));

/** The chapter's own rooms (its lists, its front page) stand on all its sub-chapters. */
const upwardInBudget = BUDGET_FLOORS.map((part, floor) => ({
  name: `up-from-budget-${part}`,
  comment: `budget/${part} must not import from a sub-chapter above it: what it needs lies in the wrong room.`,
  severity: "error",
  from: { path: `^src/budget/${part}/`, pathNot: TEST },
  to: { path: "^src/budget/", pathNot: `^src/budget/(${BUDGET_FLOORS.slice(0, floor + 1).join("|")})/` },
}));

export default {
  forbidden: [
    { name: "no-circles", severity: "error", from: {}, to: { circular: true } },
    {
      name: "kernel-imports-nothing",
      severity: "error",
      from: { path: "^src/kernel/", pathNot: TEST },
      to: { path: "^src/(?!kernel/)" },
    },
    {
      name: "platform-knows-no-chapter",
      severity: "error",
      from: { path: "^src/platform/", pathNot: TEST },
      to: { path: any([...FLOORS, "shell"]) },
    },
    ...upward,
    ...upwardInBudget,
    {
      name: "up-from-goals-vision",
      comment:
        "The vision and the strategic goals are what the chapter's other rooms stand on: they know its rules, and what an indicator is.",
      severity: "error",
      from: { path: "^src/goals/vision/", pathNot: TEST },
      to: {
        path: "^src/goals/",
        pathNot:
          "^src/goals/(vision|rules|pages|paper)/|^src/goals/indicators/(rules/|pages/|paper/|contract\\.ts$)",
      },
    },
    {
      name: "rules-are-pure",
      comment:
        "Rules import the kernel and rules of their own or lower chapters: no I/O, no framework, no Node.",
      severity: "error",
      from: { path: "/rules/", pathNot: TEST },
      to: { path: "^src/", pathNot: "^src/kernel/|/rules/" },
    },
    {
      name: "rules-know-no-framework",
      comment:
        "Rules are plain functions over Zod shapes. Exact decimals and canonical JSON are the kernel's, and reach them there.",
      severity: "error",
      from: { path: "/rules/", pathNot: TEST },
      to: { path: "node_modules/", pathNot: "node_modules/zod/" },
    },
    {
      name: "kernel-knows-no-framework",
      severity: "error",
      from: { path: "^src/kernel/", pathNot: TEST },
      to: { path: "node_modules/", pathNot: "node_modules/(decimal\\.js|canonicalize)/" },
    },
    {
      name: "rules-know-no-node",
      severity: "error",
      from: { path: "/rules/|^src/kernel/", pathNot: TEST },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "contracts-are-shapes",
      comment:
        "A contract imports rules' types, the kernel, lower contracts and the contract helper: it runs in the browser too.",
      severity: "error",
      from: { path: "/contract\\.ts$", pathNot: "^src/platform/" },
      to: { path: "^src/", pathNot: "^src/kernel/|/rules/|/contract\\.ts$|/kind\\.ts$" },
    },
    {
      name: "pages-see-no-store",
      comment: "A page talks to the server through contracts; it never imports what runs there.",
      severity: "error",
      from: { path: "/pages/", pathNot: TEST },
      to: {
        path: "/(store|facts|routes|kinds|chapter)(/|\\.ts$)|^src/platform/(database|http/(?!contract)|rendering)",
        pathNot: "/pages/",
      },
    },
    {
      name: "only-pages-see-pages",
      comment: "What the server needs of a page (a wording, a place) is a rule or a helper in a lower room.",
      severity: "error",
      from: { path: "^src/", pathNot: `/pages/|^src/(platform/ui|shell/web)/|${TEST}` },
      to: { path: "/pages/|^src/shell/web/" },
    },
    {
      name: "no-unresolvable",
      severity: "error",
      from: {},
      to: { couldNotResolve: true, pathNot: "^node:|^virtual:|\\.css$" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "node_modules/.*/node_modules" },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
      extensions: [".ts", ".tsx", ".js", ".mjs", ".json", ".css"],
    },
  },
};
