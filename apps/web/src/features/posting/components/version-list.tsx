import { formatDate } from "@lilink/i18n";
import { EmptyState, Timeline, type Tone } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { ButtonLink, TextLink } from "#components/button-link.tsx";

export type VersionItem = {
  readonly version: number;
  readonly changeNote: string | null;
  readonly submittedAt: Date;
  readonly submittedBy: string | null;
  readonly decision: {
    readonly decision: string;
    readonly reason: string | null;
    readonly reviewedAt: Date;
  } | null;
};
export type VersionListProps = {
  readonly publicId: string;
  readonly versions: readonly VersionItem[];
  readonly liveVersion: number | null;
};

const tones: Readonly<Record<string, Tone>> = { published: "success", returned: "warning" };

/** Every submission, newest first, with what came of it. */
export function VersionList({ publicId, versions, liveVersion }: VersionListProps) {
  const t = useTranslations("posting.history");
  const locale = useLocale();
  if (versions.length === 0) {
    return (
      <EmptyState
        title={t("empty")}
        action={<ButtonLink href={`/postings/${publicId}/edit`}>{t("continue")}</ButtonLink>}
      />
    );
  }
  const outcome = ({ decision }: VersionItem) =>
    t(decision?.decision === "published" ? "published" : decision ? "returned" : "undecided");
  const by = ({ submittedAt, submittedBy }: VersionItem) => {
    const date = formatDate(submittedAt, locale, "time");
    return submittedBy ? t("submitted", { name: submittedBy, date }) : t("submittedNoName", { date });
  };
  return (
    <div className="mb-10">
      <Timeline
        label={t("title")}
        events={versions.map((item) => ({
          key: String(item.version),
          when: by(item),
          dateTime: item.submittedAt.toISOString(),
          title: `${t("version", { version: item.version })} · ${outcome(item)}${
            item.version === liveVersion ? ` · ${t("live")}` : ""
          }`,
          body: (
            <>
              {item.changeNote ? <p>{item.changeNote}</p> : null}
              {item.decision?.reason ? <p className="text-muted">{item.decision.reason}</p> : null}
              {item.version > 1 ? (
                <TextLink
                  className="text-sm"
                  href={`/postings/${publicId}/history?before=${item.version - 1}&after=${item.version}#compare`}
                >
                  {t("compare")}
                </TextLink>
              ) : null}
            </>
          ),
          tone: tones[item.decision?.decision ?? ""] ?? "info",
        }))}
      />
    </div>
  );
}
