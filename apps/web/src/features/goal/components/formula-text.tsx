import { Fragment } from "react";
import { readSigns, type Sign, toFormula } from "./formula.ts";

/** A formula as it is typeset: a quotient is a bar between its two named terms, each further statement a line of its own. */
export function FormulaText({ text }: { readonly text: string }) {
  return (
    <span className="flex flex-col gap-3">
      {toFormula(text).map((line) => (
        <span key={JSON.stringify(line)} className="flex flex-wrap items-center gap-x-2 gap-y-1">
          {line.map((part) =>
            part.kind === "words" ? (
              <span key={JSON.stringify(part)}>
                <Signs signs={part.signs} />
              </span>
            ) : (
              <span key="quotient" className="inline-flex max-w-full flex-col text-center">
                <span className="px-2 pb-1">
                  <Signs signs={part.over} />
                </span>
                <span className="sr-only"> ÷ </span>
                <span className="border-t border-ink px-2 pt-1">
                  <Signs signs={part.under} />
                </span>
              </span>
            ),
          )}
        </span>
      ))}
    </span>
  );
}

/** Words with printed signs in them, as one line. */
export function SignedText({ text }: { readonly text: string }) {
  return <Signs signs={readSigns(text)} />;
}

function Signs({ signs }: { readonly signs: readonly Sign[] }) {
  return signs.map(({ text, at }, index) =>
    at === "below" ? (
      <sub key={`${index}-${text}`}>{text}</sub>
    ) : at === "above" ? (
      <sup key={`${index}-${text}`}>{text}</sup>
    ) : (
      <Fragment key={`${index}-${text}`}>{text}</Fragment>
    ),
  );
}
