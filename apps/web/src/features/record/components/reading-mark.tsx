import type { Reading } from "@lilink/model/register";
import { useTranslations } from "next-intl";

/** The shape of a reading, so that no colour is needed to tell them apart. */
const shapes: Readonly<Record<Reading, string>> = {
  seen: "●",
  reported: "◐",
  estimated: "◌",
  computed: "◇",
  withheld: "▧",
};

/** How a value was read, as a shape with its word for screen readers. */
export function ReadingMark({
  reading,
  word = false,
}: {
  readonly reading: Reading;
  readonly word?: boolean;
}) {
  const t = useTranslations("register.reading");
  return (
    <span
      className="ml-1 inline-flex items-baseline gap-1 text-xs whitespace-nowrap text-muted"
      title={t(reading)}
    >
      <span aria-hidden>{shapes[reading]}</span>
      <span className={word ? "" : "sr-only"}>{t(reading)}</span>
    </span>
  );
}
