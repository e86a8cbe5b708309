import { Diff } from "@lilink/ui";
import { useTranslations } from "next-intl";
import type { VersionItem } from "../queries.ts";

const named = ["measures", "components", "constants", "checks", "terms"] as const;

/** What a version changes, part by part, old and new in one text. */
export function VersionChanges({ version }: { readonly version: VersionItem }) {
  const t = useTranslations("definition.versions");
  const parts = useTranslations("definition");
  const label = (path: string) => {
    const [head = "", ...rest] = path.split(".");
    const part = named.find((one) => one === head);
    return [part ? parts(part) : head, ...rest].join(" · ");
  };
  return (
    <dl className="hairline-list text-sm">
      {version.changes.map(({ path, before, after }) => (
        <div key={path} className="py-2">
          <dt className="text-muted [overflow-wrap:anywhere]">{label(path)}</dt>
          <dd>
            <Diff
              before={before ?? ""}
              after={after ?? ""}
              text={{ removed: t("removed"), added: t("added") }}
            />
          </dd>
        </div>
      ))}
    </dl>
  );
}
