import { Button, Select } from "@lilink/ui";
import { useTranslations } from "next-intl";

export type VersionChoiceProps = {
  readonly versions: readonly { readonly version: number }[];
  readonly before: number;
  readonly after: number;
};

/** Two versions to set side by side; the choice is the page's address. */
export function VersionChoice({ versions, before, after }: VersionChoiceProps) {
  const t = useTranslations("posting.history");
  const options = versions.map(({ version }) => ({
    value: String(version),
    label: t("version", { version }),
  }));
  return (
    <form method="get" className="no-print mb-4 flex flex-wrap items-end gap-3">
      {(
        [
          ["before", "first", before],
          ["after", "second", after],
        ] as const
      ).map(([name, label, value]) => (
        <div key={name} className="flex flex-col gap-1 text-sm text-muted">
          <label htmlFor={`version-${name}`}>{t(label)}</label>
          <Select
            key={value}
            id={`version-${name}`}
            name={name}
            defaultValue={String(value)}
            options={options}
            className="w-40 text-ink"
          />
        </div>
      ))}
      <Button type="submit">{t("show")}</Button>
    </form>
  );
}
