import { Button, Dropdown } from "@digdir/designsystemet-react";
import { useMemo, useState } from "react";
import { numberText } from "../../../kernel/format.ts";
import { Icon } from "../icon.tsx";
import { useLanguage, useTexts } from "../texts.ts";
import { areaSum } from "./block.ts";
import { PasteHere } from "./paste-here.tsx";
import { areaAddress, cellCount } from "./places.ts";
import type { SheetState } from "./sheet-state.ts";

const withCtrl = (key: string): string => (/Mac|iP/.test(navigator.platform) ? `⌘${key}` : `Ctrl+${key}`);

type Command =
  | "copy"
  | "cut"
  | "paste"
  | "empty"
  | "fill-down"
  | "fill-right"
  | "insert-row"
  | "remove-row"
  | "mark-all";

/** What is marked, and every command of the sheet as a button, so that nothing needs a keyboard. */
export function SheetBar<Row>({
  sheet,
  leaveId,
}: {
  readonly sheet: SheetState<Row>;
  readonly leaveId: string;
}) {
  const t = useTexts("platform");
  const [open, setOpen] = useState(false);
  const [pasting, setPasting] = useState(false);
  const grows = sheet.props.newRow !== undefined;
  const act = (command: () => unknown) => () => {
    setOpen(false);
    command();
    sheet.focus();
  };
  const pasteNow = async () => {
    setOpen(false);
    try {
      sheet.paste(await navigator.clipboard.readText());
    } catch {
      // The browser does not let a page read what was copied: it is pasted into a field instead
      setPasting(true);
    }
  };
  const item = (key: Command, command: () => unknown, shortcut?: string) => (
    <Dropdown.Item>
      <Dropdown.Button onClick={act(command)}>
        <span>{t(`ui.sheet.menu.${key}`)}</span>
        {shortcut ? <kbd className="cells-key">{shortcut}</kbd> : null}
      </Dropdown.Button>
    </Dropdown.Item>
  );
  const copy = async (): Promise<boolean> => {
    try {
      await navigator.clipboard.writeText(sheet.copied());
      return true;
    } catch {
      sheet.setTrouble({ title: t("ui.sheet.nothing"), reason: t("ui.sheet.no-copy") });
      return false;
    }
  };
  return (
    <div className="cells-bar">
      <Button
        variant="tertiary"
        data-size="sm"
        icon
        aria-label={t("ui.sheet.menu.undo")}
        disabled={!sheet.canUndo}
        onClick={act(sheet.undo)}
      >
        <Icon name="undo" />
      </Button>
      <Button
        variant="tertiary"
        data-size="sm"
        icon
        aria-label={t("ui.sheet.menu.redo")}
        disabled={!sheet.canRedo}
        onClick={act(sheet.redo)}
      >
        <Icon name="redo" />
      </Button>
      <Dropdown.TriggerContext>
        <Dropdown.Trigger variant="tertiary" data-size="sm">
          {t("ui.sheet.menu.title")}
          <Icon name="down" size={16} />
        </Dropdown.Trigger>
        <Dropdown
          placement="bottom-start"
          data-size="sm"
          className="cells-menu"
          open={open}
          onOpen={() => setOpen(true)}
          onClose={() => setOpen(false)}
        >
          <Dropdown.List>
            {navigator.clipboard ? item("copy", copy, withCtrl("C")) : null}
            {navigator.clipboard
              ? item(
                  "cut",
                  async () => {
                    if (await copy()) sheet.cut();
                  },
                  withCtrl("X"),
                )
              : null}
            <Dropdown.Item>
              <Dropdown.Button onClick={() => void pasteNow()}>
                <span>{t("ui.sheet.menu.paste")}</span>
                <kbd className="cells-key">{withCtrl("V")}</kbd>
              </Dropdown.Button>
            </Dropdown.Item>
            {item("empty", sheet.empty, t("ui.sheet.menu.delete-key"))}
            {item("fill-down", () => sheet.fill("down"), withCtrl("D"))}
            {item("fill-right", () => sheet.fill("right"), withCtrl("R"))}
            {grows ? item("insert-row", sheet.insertRow) : null}
            {grows ? item("remove-row", sheet.removeRows) : null}
            {item("mark-all", sheet.markAll, withCtrl("A"))}
            <Dropdown.Item>
              <Dropdown.Button
                aria-pressed={sheet.markingMore}
                onClick={act(() => sheet.setMarkingMore(!sheet.markingMore))}
              >
                <span>{t("ui.sheet.menu.mark-more")}</span>
                {sheet.markingMore ? <Icon name="check" size={16} /> : null}
              </Dropdown.Button>
            </Dropdown.Item>
          </Dropdown.List>
        </Dropdown>
      </Dropdown.TriggerContext>
      <p id={leaveId} className="cells-leave">
        {t("ui.sheet.leave")}
      </p>
      <Marked sheet={sheet} />
      {pasting ? (
        <PasteHere
          onClose={() => setPasting(false)}
          onPaste={(text) => {
            setPasting(false);
            sheet.paste(text);
          }}
        />
      ) : null}
    </div>
  );
}

/** Where one stands and, where numbers are marked, what they come to. */
function Marked<Row>({ sheet }: { readonly sheet: SheetState<Row> }) {
  const t = useTexts("platform");
  const language = useLanguage();
  const { area } = sheet;
  const many = cellCount(area) > 1;
  const { rows, columns } = sheet.props;
  const { top, left, bottom, right } = area;
  const { sum, numbers } = useMemo(
    () => (many ? areaSum({ rows, columns }, { top, left, bottom, right }) : { sum: 0, numbers: 0 }),
    [many, rows, columns, top, left, bottom, right],
  );
  const decimals = Math.min(String(Math.round(sum * 100) / 100).split(".")[1]?.length ?? 0, 2);
  return (
    <span className="cells-place">
      {numbers > 1 ? (
        <span className="cells-sum">
          {t("ui.sheet.marked-sum", { sum: numberText(sum, language, decimals), count: numbers })}
        </span>
      ) : null}
      <span className="cells-name">{areaAddress(area)}</span>
    </span>
  );
}
