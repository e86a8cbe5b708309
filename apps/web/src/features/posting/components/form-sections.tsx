"use client";

import { provinces } from "@lilink/model/codes";
import { budgetClasses, contentLanguages, ipStatuses, maturitySteps } from "@lilink/model/posting";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useFormContext } from "react-hook-form";
import { provinceName } from "../view.ts";
import { ConceptField } from "./concept-field.tsx";
import { CooperationField } from "./cooperation-field.tsx";
import type { DraftValues } from "./draft-values.ts";
import { FiguresField } from "./figures-field.tsx";
import { FileField } from "./file-field.tsx";
import { ChoiceField, LineField, TextField } from "./form-fields.tsx";
import { useFormTools } from "./form-tools.tsx";
import { LevelSelect, PublicNote } from "./level-select.tsx";
import { VolumeField } from "./volume-field.tsx";

const validities: readonly number[] = [30, 90, 180, 270, 366];

/** The parts of the form in the order in which one thinks of them, one column. */
export function FormSections() {
  const t = useTranslations("posting");
  const locale = useLocale();
  const { kind } = useFormTools();
  const { getValues } = useFormContext<DraftValues>();
  const days = [...new Set([...validities, Number(getValues("validDays"))])].sort((a, b) => a - b);
  return (
    <>
      <Group id="what" title={t("group.what")}>
        <ConceptField />
        <ChoiceField
          field="language"
          mandatory
          options={contentLanguages.map((value) => ({ value, label: t(`language.${value}`) }))}
        />
        <LineField field="title" help="title" after={<PublicNote />} />
        <TextField field="summary" help="summary" level="summary" rows={3} />
        <TextField field="description" help="description" level="description" rows={6} />
      </Group>
      <Group id="figures" title={t("group.figures")}>
        <FiguresField />
        <VolumeField />
      </Group>
      <Group id="readiness" title={t("group.readiness")}>
        <CooperationField />
        <ChoiceField
          field="maturity"
          help="maturity"
          level="maturity"
          options={maturitySteps.map((value) => ({ value, label: t(`maturity.${value}`) }))}
        />
        <ChoiceField
          field="trl"
          options={Array.from({ length: 9 }, (_, index) => String(index + 1)).map((value) => ({
            value,
            label: t("body.trl", { level: value }),
          }))}
        />
        <ChoiceField
          field="ipStatus"
          level="ipStatus"
          options={ipStatuses.map((value) => ({ value, label: t(`ipStatus.${value}`) }))}
        />
        {kind === "need" ? null : <TextField field="comparison" help="comparison" level="comparison" />}
      </Group>
      <Group id="terms" title={t("group.terms")}>
        <ChoiceField
          field="region"
          level="region"
          options={provinces.map(({ code }) => ({ value: code, label: provinceName(code, locale) }))}
        />
        <LineField field="price" help="price" level="price" />
        <LineField field="customers" help="customers" level="customers" />
        {kind === "capability" ? null : (
          <ChoiceField
            field="budget"
            level="budget"
            options={budgetClasses.map((value) => ({ value, label: t(`budget.${value}`) }))}
          />
        )}
      </Group>
      <Group id="proof" title={t("group.proof")}>
        <TextField field="evidence" help="evidence" level="evidence" />
        <FileField />
      </Group>
      <Group id="settings" title={t("group.settings")}>
        <div className="flex flex-col gap-2">
          <p className="font-medium">{t("field.identity")}</p>
          <p className="text-sm text-muted">{t("help.identity")}</p>
          <LevelSelect field="identity" />
        </div>
        <ChoiceField
          field="validDays"
          help="validDays"
          mandatory
          options={days.map((count) => ({ value: String(count), label: t("edit.days", { days: count }) }))}
        />
        <TextField field="internalNote" help="internalNote" />
      </Group>
    </>
  );
}

function Group({
  id,
  title,
  children,
}: {
  readonly id: string;
  readonly title: string;
  readonly children: ReactNode;
}) {
  return (
    <section aria-labelledby={`group-${id}`} className="border-t border-line pt-6">
      <h2 id={`group-${id}`} className="mb-4 text-lg">
        {title}
      </h2>
      <div className="flex flex-col gap-6">{children}</div>
    </section>
  );
}
