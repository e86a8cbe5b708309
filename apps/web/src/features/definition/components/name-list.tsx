"use client";

import { formatUnit } from "@lilink/i18n";
import type { Definition } from "@lilink/model/goals/definition";
import { useLocale, useTranslations } from "next-intl";
import { inLocale } from "#lib/in-locale.ts";
import type { DefinitionData } from "../queries.ts";

/** What may stand in an expression: the own components and constants first, then those of other indicators. */
export function NameList({
  definition,
  usable,
}: {
  readonly definition: Definition;
  readonly usable: DefinitionData["usable"];
}) {
  const t = useTranslations("definition");
  const locale = useLocale();
  const names = [
    ...definition.components.map((one) => ({ ...one, of: "" })),
    ...definition.constants.map((one) => ({ ...one, of: "" })),
    ...usable.map(({ component, indicator }) => ({ ...component, of: indicator })),
  ];
  return (
    <details>
      <summary className="cursor-pointer font-medium">{t("propose.names")}</summary>
      <ul className="hairline-list mt-2 text-sm">
        {names.map(({ code, name, unit, of }) => (
          <li key={code} className="flex flex-wrap gap-x-3 py-1">
            <code className="font-mono [overflow-wrap:anywhere]">{code}</code>
            <span className="text-muted">
              {[inLocale(name, locale), formatUnit(unit, locale), of]
                .filter((part) => part !== "")
                .join(" · ")}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
