import { useTranslations } from "next-intl";
import { KeyList } from "#features/shell/components/key-list.tsx";

/** Every key that the exchange listens to, beside the choice to switch single ones off. */
export function KeyHelp() {
  const t = useTranslations("nav.keys");
  return (
    <section aria-labelledby="keyboard">
      <h2 id="keyboard" className="mb-2 text-lg">
        {t("title")}
      </h2>
      <KeyList />
    </section>
  );
}
