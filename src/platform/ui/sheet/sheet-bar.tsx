import { Button, Dropdown } from "@digdir/designsystemet-react";
import { useState } from "react";
import { numberText } from "../format.ts";
import { Icon } from "../icon.tsx";
import { useLanguage, useTexts } from "../texts.ts";
import { areaSum } from "./block.ts";
import { PasteHere } from "./paste-here.tsx";
import { areaAddress, cellCount } from "./places.ts";
import type { SheetState } from "./use-sheet.ts";

/** What is marked, and every command of the sheet as a button, so that nothing needs a keyboard. */
export function SheetBar<Row>({ sheet }: { readonly sheet: SheetState<Row> }) {
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
  const item = (key: string, command: () => unknown, shortcut?: string) => (
    <Dropdown.Item>
      <Dropdown.Button onClick={act(command)}>
        <span>{t(`ui.sheet.menu.${key}`)}</span>
        {shortcut ? <kbd className="cells-key">{shortcut}</kbd> : null}
      </Dropdown.Button>
    </Dropdown.Item>
  );
  const copy = () => navigator.clipboard?.writeText(sheet.copied());
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
            {navigator.clipboard ? item("copy", copy, "Ctrl+C") : null}
            {navigator.clipboard
              ? item(
                  "cut",
                  async () => {
                    await copy();
                    sheet.cut();
                  },
                  "Ctrl+X",
                )
              : null}
            <Dropdown.Item>
              <Dropdown.Button onClick={() => void pasteNow()}>
                <span>{t("ui.sheet.menu.paste")}</span>
                <kbd className="cells-key">Ctrl+V</kbd>
              </Dropdown.Button>
            </Dropdown.Item>
            {item("empty", sheet.empty, t("ui.sheet.menu.delete-key"))}
            {item("fill-down", () => sheet.fill("down"), "Ctrl+D")}
            {item("fill-right", () => sheet.fill("right"), "Ctrl+R")}
            {grows ? item("insert-row", sheet.insertRow) : null}
            {grows ? item("remove-row", sheet.removeRows) : null}
            {item("mark-all", sheet.markAll, "Ctrl+A")}
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
  const { sum, numbers } = many ? areaSum(sheet.props, area) : { sum: 0, numbers: 0 };
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
