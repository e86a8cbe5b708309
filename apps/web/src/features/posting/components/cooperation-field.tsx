"use client";

import { cooperationForms } from "@lilink/model/posting";
import { cn } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { useController } from "react-hook-form";
import { useRoving } from "#lib/form/use-roving.ts";
import { controlId } from "./control-id.ts";
import type { DraftValues } from "./draft-values.ts";
import { FieldFrame } from "./form-fields.tsx";

/** The forms of cooperation as words to tick. The form holds the list: native boxes of one name lose it when the whole form is set. */
export function CooperationField() {
  const t = useTranslations("posting");
  const { field } = useController<DraftValues, "cooperation">({ name: "cooperation" });
  const roving = useRoving<HTMLFieldSetElement>();
  return (
    <FieldFrame field="cooperation" level="cooperation" several>
      {(aria) => (
        <fieldset {...roving} aria-labelledby={`${aria.id}-name`} className="flex flex-wrap gap-1.5">
          {cooperationForms.map((form, index) => {
            const isChosen = field.value.includes(form);
            return (
              <label
                key={form}
                className={cn(
                  "inline-flex h-8 cursor-pointer items-center gap-2 rounded-md border px-2.5 text-sm outline-offset-2 outline-focus has-[:focus-visible]:outline-2",
                  isChosen ? "border-ink bg-sunken font-medium" : "border-line hover:border-edge",
                )}
              >
                <input
                  type="checkbox"
                  data-rove
                  id={index === 0 ? aria.id : controlId(`cooperation.${form}`)}
                  className="choice-box mt-0 size-4"
                  checked={isChosen}
                  onChange={(event) =>
                    field.onChange(
                      event.target.checked
                        ? [...field.value, form]
                        : field.value.filter((chosen) => chosen !== form),
                    )
                  }
                />
                {t(`cooperation.${form}`)}
              </label>
            );
          })}
        </fieldset>
      )}
    </FieldFrame>
  );
}
