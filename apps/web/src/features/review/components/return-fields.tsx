"use client";

import { type ReviewCriterion, reviewCriteria } from "@lilink/model/posting";
import { Checkbox, Field, FieldError, TextArea } from "@lilink/ui";
import { useTranslations } from "next-intl";
import type { ReactNode, Ref } from "react";

export type ReturnFieldsProps = {
  readonly failed: readonly ReviewCriterion[];
  readonly setFailed: (failed: readonly ReviewCriterion[]) => void;
  readonly reason: string;
  readonly setReason: (reason: string) => void;
  readonly errorOf: (field: "criteria" | "reason") => string | undefined;
  /** The fieldset of the criteria, where a key leads there. */
  readonly fieldset?: Ref<HTMLFieldSetElement>;
  readonly mark?: ReactNode;
  readonly shortcut?: string | undefined;
};

/** What is wrong with a version, criterion by criterion, and the reason that its author reads. */
export function ReturnFields(props: ReturnFieldsProps) {
  const { failed, setFailed, reason, setReason, errorOf } = props;
  const t = useTranslations("review");
  const error = errorOf("criteria");
  return (
    <>
      <fieldset ref={props.fieldset} className="flex flex-col" aria-keyshortcuts={props.shortcut}>
        <legend className="mb-1 font-medium">
          {t("decide.failed")} {props.mark}
        </legend>
        <p className="mb-1 text-sm text-muted">{t("decide.checklist")}</p>
        {error ? <FieldError id="review-criteria-error">{error}</FieldError> : null}
        {reviewCriteria.map((criterion, index) => (
          <Checkbox
            key={criterion}
            id={index === 0 ? "review-criteria" : `review-criteria-${criterion}`}
            label={t(`fault.${criterion}`)}
            checked={failed.includes(criterion)}
            onChange={(event) =>
              setFailed(
                event.target.checked ? [...failed, criterion] : failed.filter((one) => one !== criterion),
              )
            }
          />
        ))}
      </fieldset>
      <Field
        id="review-reason"
        label={t("decide.reason")}
        help={t("decide.reasonHelp")}
        error={errorOf("reason")}
      >
        {(aria) => (
          <TextArea
            {...aria}
            rows={4}
            maxLength={2000}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </Field>
    </>
  );
}
