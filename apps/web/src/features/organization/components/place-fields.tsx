"use client";

import { linkIds } from "@lilink/model/chain";
import { Checkbox, Field, FieldError, Select, type SelectOption } from "@lilink/ui";
import { useTranslations } from "next-intl";
import type { UseFormRegisterReturn } from "react-hook-form";

export type PlaceFieldsProps = {
  /** Registered with `blankToNull`. */
  readonly province: UseFormRegisterReturn;
  readonly links: UseFormRegisterReturn;
  readonly provinces: readonly SelectOption[];
  readonly labels: {
    readonly province: string;
    readonly any: string;
    readonly links: string;
    readonly linksHelp?: string;
  };
  readonly idOf: (field: string) => string;
  readonly errorOf: (field: "province" | "links") => string | undefined;
};

export const blankToNull = { setValueAs: (value: string | null) => value || null };

/** Where a body stands: its province, and its links of the chain. */
export function PlaceFields({ province, links, provinces, labels, idOf, errorOf }: PlaceFieldsProps) {
  const common = useTranslations("common");
  const linksError = errorOf("links");
  return (
    <>
      <Field
        id={idOf("province")}
        label={labels.province}
        optional={common("state.optional")}
        error={errorOf("province")}
      >
        {(aria) => (
          <Select {...aria} {...province} className="max-w-64" placeholder={labels.any} options={provinces} />
        )}
      </Field>
      <fieldset className="flex flex-col gap-1">
        <legend className="mb-1 font-medium">{labels.links}</legend>
        {labels.linksHelp ? <p className="text-sm text-muted">{labels.linksHelp}</p> : null}
        {linksError ? <FieldError id={`${idOf("links")}-error`}>{linksError}</FieldError> : null}
        {linkIds.map((link, at) => (
          <Checkbox
            key={link}
            id={at === 0 ? idOf("links") : idOf(`links-${link}`)}
            value={link}
            label={common(`link.${link}`)}
            {...links}
          />
        ))}
      </fieldset>
    </>
  );
}
