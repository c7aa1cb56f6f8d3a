/** What can be focused by Tab. */
const FIELDS = "input:not([type=hidden]), select, textarea";
const CONTROLS = `${FIELDS}, button, a[href], summary`;
const HEADINGS = "h1, h2, h3";
const PARTS = "dialog, section, article, main";

/**
 * Focus is never left nowhere: when what has it goes away (a button that becomes a form, a row that is removed) it goes to what came in
 * its place, or to the heading of the part where it was. What a page does about it by itself comes first.
 */
export function keepFocus(): void {
  /** What had focus last, and all that it stood in. */
  let had: readonly Element[] = [];
  let byKeyboard = false;
  let came: Element[] = [];
  let waits = false;
  for (const sort of ["keydown", "pointerdown"])
    addEventListener(
      sort,
      () => {
        byKeyboard = sort === "keydown";
      },
      true,
    );
  document.addEventListener("focusin", ({ target }) => {
    had = target instanceof Element ? within(target) : [];
  });
  const place = () => {
    waits = false;
    const arrived = came;
    came = [];
    if (document.activeElement !== document.body) return;
    const where = had.find((one) => one.isConnected && one.checkVisibility());
    if (!where || where === document.body) return;
    const to = firstOf(arrived.filter((one) => where.contains(one))) ?? headingOf(where);
    to?.focus({ preventScroll: !byKeyboard });
  };
  new MutationObserver((changes) => {
    if (!had[0] || had[0].isConnected) return;
    for (const { addedNodes } of changes)
      for (const node of addedNodes) if (node instanceof Element) came.push(node);
    if (waits) return;
    waits = true;
    // After what the page itself does, in an effect or a frame of its own
    requestAnimationFrame(() => requestAnimationFrame(place));
  }).observe(document.body, { childList: true, subtree: true });
}

function within(target: Element): Element[] {
  const all: Element[] = [];
  for (let one: Element | null = target; one; one = one.parentElement) all.push(one);
  return all;
}

/** The first field of what came, or where there is none, the first of its buttons and links. */
function firstOf(came: readonly Element[]): HTMLElement | undefined {
  for (const sort of [FIELDS, CONTROLS])
    for (const one of came) {
      const all = [...(one.matches(sort) ? [one] : []), ...one.querySelectorAll(sort)];
      const found = all.find((of) => of.checkVisibility() && !of.matches(":disabled"));
      if (found instanceof HTMLElement) return found;
    }
  return undefined;
}

/** The heading of the part of the page that something stands in; the page's own where the part has none. */
function headingOf(where: Element): HTMLElement | undefined {
  const headings = [
    where.closest(PARTS)?.querySelector<HTMLElement>(HEADINGS),
    document.querySelector<HTMLElement>("main h1"),
  ];
  const found = headings.find((one) => one?.checkVisibility());
  if (found && !found.hasAttribute("tabindex")) found.tabIndex = -1;
  return found ?? undefined;
}
