import type { Opening } from "@lilink/model/posting";
import { useTranslations } from "next-intl";
import { useFieldText } from "#features/posting/components/field-text.ts";

export type OpeningListProps = {
  readonly title: string;
  readonly opens: Opening | null;
  /** Null where the reader is not told: what the wall keeps back is then named under a condition. */
  readonly competes: boolean | null;
  /** Whether the name is shown before anybody consents. */
  readonly isNamed?: boolean;
};

/** Exactly what consent opens to the other side, before it is given. */
export function OpeningList({ title, opens, competes, isNamed = false }: OpeningListProps) {
  const t = useTranslations("introduction.opens");
  const { label } = useFieldText();
  const partner = opens?.partner.filter((field) => field !== "identity") ?? [];
  const walled = competes === false ? [] : (opens?.walled ?? []);
  return (
    <div className="text-sm">
      <p className="font-medium">{title}</p>
      <ul className="list-disc pl-5">
        <li>{t(isNamed ? "contactAlone" : "always")}</li>
        {partner.map((field) => (
          <li key={field}>{label(field)}</li>
        ))}
        {walled.length > 0 ? (
          <li>
            {t(competes ? "walled" : "walledIf")}
            <ul className="list-disc pl-5">
              {walled.map((field) => (
                <li key={field}>{label(field)}</li>
              ))}
            </ul>
          </li>
        ) : null}
      </ul>
    </div>
  );
}
