import { Button } from "@digdir/designsystemet-react";
import { Icon } from "../icon.tsx";
import { useTexts } from "../texts.ts";
import { address } from "./places.ts";
import type { SheetState } from "./sheet-state.ts";
import type { SheetFault } from "./sheet-types.ts";
import { type CellFault, MAX_FAULTS } from "./writing.ts";

const SHOWN = 40;

/** Why nothing was changed: every faulty cell by its name, with its text and what is wrong with it. */
export function SheetTrouble<Row>({
  sheet,
  fault,
}: {
  readonly sheet: SheetState<Row>;
  readonly fault: (fault: SheetFault) => string;
}) {
  const t = useTexts("platform");
  const { trouble } = sheet;
  const close = () => {
    sheet.setTrouble(undefined);
    sheet.focus();
  };
  return (
    // Always there, so that what comes into it is read out
    <div role="alert">
      {trouble ? (
        <div className="problem cells-trouble" data-color="danger">
          <Icon name="late" size={24} />
          <div>
            <p className="problem-title">{trouble.title}</p>
            {"reason" in trouble ? (
              <p>{trouble.reason}</p>
            ) : (
              <ul className="problem-faults">
                {trouble.faults.map((one) => (
                  <li key={address(one)}>
                    <button
                      type="button"
                      className="ds-link cells-fault-cell"
                      onClick={() => sheet.goTo(one)}
                    >
                      {address(one)}
                    </button>
                    : {why(one, fault)}
                  </li>
                ))}
                {trouble.faults.length === MAX_FAULTS ? <li>{t("ui.sheet.more-faults")}</li> : null}
              </ul>
            )}
          </div>
          <Button variant="tertiary" data-size="sm" icon aria-label={t("ui.close")} onClick={close}>
            <Icon name="cross" />
          </Button>
        </div>
      ) : null}
    </div>
  );
}

/** What the chapter says of the fault; the text itself is said before it where the chapter does not say it. */
function why({ text, fault: { code, params } }: CellFault, fault: (fault: SheetFault) => string): string {
  const short = text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
  const said = fault({ code, params: { text: short, ...params } });
  return said.includes(short) || short === "" ? said : `”${short}”: ${said}`;
}
