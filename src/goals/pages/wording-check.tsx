import { Button } from "@digdir/designsystemet-react";
import { useDeferredValue, useEffect, useState } from "react";
import { useRemarkText } from "../../decisions/pages/remarks.tsx";
import { Cite } from "../../platform/ui/cite.tsx";
import { fieldId } from "../../platform/ui/fields.tsx";
import { Icon } from "../../platform/ui/icon.tsx";
import { Status } from "../../platform/ui/status.tsx";
import { useTexts } from "../../platform/ui/texts.ts";
import { wordingRemarks } from "../rules/wording.ts";
import { byKind, type KindOfRemark, piecesOf } from "./wording-remarks.ts";

interface WordingCheckProps {
  /** The place of the wording in what is sent: its field is where one goes on writing. */
  readonly at: string;
  readonly wording: string;
  readonly term: "short" | "long";
  readonly year: number;
  readonly onChange: (wording: string) => void;
}

/**
 * Reads the wording as it is written, by the same rule as the server; it advises and never stops anybody (V-5). What nothing
 * is remarked on is not praised: it is asked who will notice.
 */
export function WordingCheck({ at, wording, term, year, onChange }: WordingCheckProps) {
  const t = useTexts("goals");
  const [earlier, setEarlier] = useState<string>();
  const settled = useDeferredValue(wording);
  const remarks = wordingRemarks(settled, { term, year });
  const kinds = byKind(remarks);
  const write = (next: string, before: string | undefined) => {
    setEarlier(before);
    onChange(next);
    document.getElementById(fieldId(at))?.focus();
  };
  if (settled.trim() === "") return null;
  const names = kinds.map(({ kind }) => t(`page.check.kind.${kind}`)).join(", ");
  const told =
    kinds.length > 0 ? t("page.check.count", { count: kinds.length, kinds: names }) : t("page.check.asked");
  return (
    <div className="wording-check">
      <Told text={told} />
      {kinds.length === 0 ? (
        <p className="quiet">
          <Icon name="question" size={18} /> <strong>{t("page.check.asked")}</strong>{" "}
          {t(settled.includes("…") ? "page.check.fill-in" : "page.check.asked-help")}
        </p>
      ) : (
        <>
          <Marked wording={settled} pieces={piecesOf(settled, remarks)} />
          <ul className="wording-remarks">
            {kinds.map((one) => (
              <OneKind key={one.kind} {...one} onUse={(tried) => write(tried, wording)} />
            ))}
          </ul>
        </>
      )}
      {earlier === undefined || earlier === wording ? null : (
        <p>
          <Button variant="tertiary" data-size="sm" onClick={() => write(earlier, undefined)}>
            <Icon name="undo" size={18} /> {t("page.check.undo")}
          </Button>
        </p>
      )}
    </div>
  );
}

const SETTLED_MS = 900;

/** Says to a screen reader what is remarked on, once the writing pauses and only where it has changed. */
function Told({ text }: { readonly text: string }) {
  const [said, setSaid] = useState("");
  useEffect(() => {
    const timer = setTimeout(() => setSaid(text), SETTLED_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <p className="ds-sr-only" role="status">
      {said}
    </p>
  );
}

function Marked({
  wording,
  pieces,
}: {
  readonly wording: string;
  readonly pieces: ReturnType<typeof piecesOf>;
}) {
  const t = useTexts("goals");
  if (wording === "" || !pieces.some(({ marked }) => marked)) return null;
  return (
    <p className="wording-read">
      <span className="ds-sr-only">{t("page.check.read")}: </span>
      <span lang="sv">
        {pieces.map(({ from, text, marked }) => (marked ? <mark key={from}>{text}</mark> : text))}
      </span>
    </p>
  );
}

function OneKind({
  kind,
  remark,
  words,
  tried,
  onUse,
}: KindOfRemark & { readonly onUse: (tried: string) => void }) {
  const t = useTexts("goals");
  const text = useRemarkText("goals");
  const all = { ...remark.params, text: [...new Set(words)].join(t("page.check.between")) };
  return (
    <li>
      <Status value={remark.level} word={t(`page.check.kind.${kind}`)} />
      <div>
        {text({ ...remark, params: all })} <Cite of={remark.cite} />
        {tried === undefined ? null : (
          <div className="wording-try">
            <span>
              {t("page.check.try")} <em lang="sv">{tried}</em>
            </span>
            {/* Several goals are several wordings: there is no one to put in the field */}
            {kind === "several" ? null : (
              <Button
                variant="tertiary"
                data-size="sm"
                aria-label={`${t("page.check.use")}: ${tried}`}
                onClick={() => onUse(tried)}
              >
                {t("page.check.use")}
              </Button>
            )}
          </div>
        )}
      </div>
    </li>
  );
}
