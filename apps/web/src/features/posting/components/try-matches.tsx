"use client";

import { Button, FieldError } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { TextLink } from "#components/button-link.tsx";
import { OwnWords } from "#components/own-words.tsx";
import { toErrorMessage } from "#lib/error-message.ts";
import { useTRPCClient } from "#lib/trpc/client.ts";

type Found = Awaited<ReturnType<ReturnType<typeof useTRPCClient>["match"]["try"]["query"]>>;

export type TryMatchesProps = {
  readonly publicId: string;
  /** What it waits for: that its organization is verified, or that the posting is reviewed. */
  readonly until: "verified" | "reviewed";
  /** Saves what was typed; whether that was done. */
  readonly flush?: () => Promise<boolean>;
};

/** The draft beside what everyone reads, while it waits; nobody is told. [PO20] */
export function TryMatches({ publicId, until, flush }: TryMatchesProps) {
  const t = useTranslations("posting.form.try");
  const field = useTranslations("posting.field");
  const errors = useTranslations("error");
  const client = useTRPCClient();
  const [found, setFound] = useState<Found | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [pending, setPending] = useState(false);
  const run = async () => {
    setPending(true);
    setFailure(null);
    try {
      if (!flush || (await flush())) setFound(await client.match.try.query({ publicId }));
    } catch (error) {
      const { text, fields } = toErrorMessage(error, { concept: field("concept") }, errors);
      setFailure(fields[0]?.text ?? text);
    } finally {
      setPending(false);
    }
  };
  return (
    <section aria-labelledby="try-matches" className="border-t border-line py-4">
      <h2 id="try-matches" className="text-lg">
        {t(`title.${until}`)}
      </h2>
      <p className="prose-measure mb-3 text-sm text-muted">{t("help")}</p>
      <Button pending={pending} onClick={() => void run()}>
        {t("run")}
      </Button>
      {failure ? <FieldError id="try-failure">{failure}</FieldError> : null}
      <div role="status" className="mt-3">
        {found ? (
          <>
            <p className="font-medium">
              {found.matches.length > 0 ? t("found", { count: found.matches.length }) : t(`none.${until}`)}
              {found.near > 0 ? (
                <span className="ml-2 font-normal text-muted">{t("near", { count: found.near })}</span>
              ) : null}
            </p>
            <ul className="hairline-list">
              {found.matches.map((match) => (
                <li
                  key={match.publicId}
                  className="flex flex-wrap items-baseline justify-between gap-x-4 py-2"
                >
                  <TextLink href={`/postings/${match.publicId}`}>
                    <OwnWords whole>{match.title}</OwnWords>
                  </TextLink>
                  <span className="text-sm text-muted">
                    {t("judged", { met: match.met, unknown: match.unknown })}
                  </span>
                </li>
              ))}
            </ul>
          </>
        ) : null}
      </div>
    </section>
  );
}
