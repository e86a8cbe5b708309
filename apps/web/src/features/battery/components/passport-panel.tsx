import { Badge } from "@lilink/ui";
import { useTranslations } from "next-intl";
import type { Passport } from "../queries.ts";

/** The passport of a battery at the reader's level: what it says, and what nobody has filed. */
export function PassportPanel({ pass }: { readonly pass: Passport }) {
  const t = useTranslations("battery.passport");
  return (
    <>
      <p className="mb-3 flex flex-wrap items-center gap-2">
        <Badge tone="info">{t(`level.${pass.level}`)}</Badge>
        <Badge tone={pass.conforms ? "success" : "warning"}>
          {pass.conforms ? t("conforms") : t("partial")}
        </Badge>
      </p>
      <details className="text-sm">
        <summary className="cursor-pointer text-link">{t("show")}</summary>
        <dl className="mt-3 max-w-3xl">
          {listLeaves(pass.passport, "").map(([path, value]) => (
            <div key={path} className="border-t border-line py-2 sm:grid sm:grid-cols-2 sm:gap-4">
              <dt className="font-mono text-xs break-all text-muted">{path}</dt>
              <dd className="break-all">{value}</dd>
            </div>
          ))}
        </dl>
      </details>
      {pass.missing.length > 0 ? (
        <details className="mt-2 text-sm">
          <summary className="cursor-pointer text-link">
            {t("missing", { count: pass.missing.length })}
          </summary>
          <p className="mt-2 max-w-3xl font-mono text-xs break-words">{pass.missing.join(" · ")}</p>
        </details>
      ) : null}
      <p className="mt-3 max-w-prose text-xs text-muted">{t("form", { by: pass.form.attribution })}</p>
    </>
  );
}

function listLeaves(value: unknown, path: string): readonly (readonly [string, string])[] {
  if (typeof value !== "object" || value === null) return [[path, String(value)]];
  return Object.entries(value).flatMap(([key, inner]) =>
    listLeaves(inner, path === "" ? key : `${path}.${key}`),
  );
}
