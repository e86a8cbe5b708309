import { useTranslations } from "next-intl";
import { KeyList } from "#features/shell/components/key-list.tsx";

/** Every key that the exchange listens to, folded away, beside the choice to switch single ones off. */
export function KeyHelp() {
  const t = useTranslations("nav.keys");
  return (
    <details>
      <summary id="keyboard" className="mb-2 w-fit cursor-pointer text-lg font-semibold">
        {t("title")}
      </summary>
      <KeyList />
    </details>
  );
}
