"use client";

import { type Component, figureAudiences, figureDimensions } from "@lilink/model/goals/definition";
import { Field, Select, TextArea, TextInput } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { useId, useState } from "react";
import { breakdownText, namesOf, readBreakdowns } from "../view.ts";
import { useFaultText } from "./fault-text.tsx";
import type { Proposal } from "./use-proposal.ts";

export type RuleFieldsProps = {
  readonly proposal: Proposal;
  readonly components: readonly Component[];
};

/** Range, breakdowns, delay and audience. */
export function RuleFields({ proposal, components }: RuleFieldsProps) {
  const t = useTranslations("definition");
  const faultText = useFaultText(proposal.faults);
  const id = useId();
  const locale = useLocale();
  const { edit, change } = proposal;
  const [breakdowns, setBreakdowns] = useState(() => breakdownText(edit.breakdowns));
  const possible = [
    ...figureDimensions.flatMap((one) => (one.source === "organization" ? one.id : [])),
    ...new Set(components.flatMap(({ dimensions }) => dimensions)),
  ];
  const [low, high] = edit.range ?? ["", ""];
  const setRange = (range: readonly [string, string]) =>
    change({ range: range[0] === "" && range[1] === "" ? null : range });
  return (
    <>
      <Field
        id={`${id}-breakdowns`}
        label={t("propose.breakdowns")}
        help={t("propose.breakdownsHelp", {
          list: possible.map((one) => `${one} (${namesOf([one], locale)})`).join(", "),
        })}
        error={faultText("breakdowns")}
        required
      >
        {(aria) => (
          <TextArea
            {...aria}
            rows={6}
            spellCheck={false}
            value={breakdowns}
            onChange={(event) => {
              setBreakdowns(event.target.value);
              change({ breakdowns: readBreakdowns(event.target.value) });
            }}
          />
        )}
      </Field>
      <div className="flex flex-wrap gap-4">
        <Field id={`${id}-low`} label={t("propose.low")} error={faultText("range")}>
          {(aria) => (
            <TextInput
              {...aria}
              inputMode="decimal"
              value={low}
              onChange={(event) => setRange([event.target.value, high])}
            />
          )}
        </Field>
        <Field id={`${id}-high`} label={t("propose.high")}>
          {(aria) => (
            <TextInput
              {...aria}
              inputMode="decimal"
              value={high}
              onChange={(event) => setRange([low, event.target.value])}
            />
          )}
        </Field>
        <Field id={`${id}-lag`} label={t("propose.lag")} help={t("propose.lagHelp")} required>
          {(aria) => (
            <TextInput
              {...aria}
              type="number"
              min={0}
              max={8}
              value={edit.releaseLagQuarters}
              onChange={(event) => change({ releaseLagQuarters: Math.trunc(Number(event.target.value)) })}
            />
          )}
        </Field>
      </div>
      <Field id={`${id}-audience`} label={t("rule.audience")} required>
        {(aria) => (
          <Select
            {...aria}
            className="max-w-72"
            value={edit.audience}
            options={figureAudiences.map((value) => ({ value, label: t(`audience.${value}`) }))}
            onChange={(event) => {
              const audience = figureAudiences.find((one) => one === event.target.value);
              if (audience) change({ audience });
            }}
          />
        )}
      </Field>
    </>
  );
}
