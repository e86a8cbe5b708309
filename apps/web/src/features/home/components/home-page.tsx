import { buttonClass, Section, TextInput } from "@lilink/ui";
import { Still } from "@lilink/ui/still";
import { useLocale, useTranslations } from "next-intl";
import { ButtonLink, TextLink } from "#components/button-link.tsx";
import { SampleTitle } from "#components/sample-badge.tsx";
import { GoalBullets } from "#features/standing/components/goal-bullets.tsx";
import type { StandingItem } from "#features/standing/queries.ts";
import { getPathname } from "#lib/i18n/navigation.ts";
import type { PostingTeaser } from "../view.ts";
import type { StageCount } from "./chain-layout.ts";
import { ChainPicture } from "./chain-picture.tsx";
import { HowItWorks, WhoSeesWhat } from "./how-it-works.tsx";
import { PostingTeasers } from "./posting-teasers.tsx";

export type HomePageProps = {
  readonly signedIn: boolean;
  readonly chain: readonly StageCount[];
  /** The goals to which the paper gives a figure. */
  readonly printed: readonly StandingItem[];
  readonly teasers: readonly PostingTeaser[];
};

/** What it is, the way in, the chain alive, the goals with a figure and the newest of each link. */
export function HomePage({ signedIn, chain, printed, teasers }: HomePageProps) {
  const t = useTranslations("home");
  return (
    <Still>
      <header className="mb-8 grid items-start gap-x-12 gap-y-6 lg:grid-cols-[minmax(0,1fr)_25rem]">
        <div>
          <h1 className="text-2xl leading-tight text-balance sm:text-3xl">{t("title")}</h1>
          <p className="prose-measure mt-3 text-muted">{t("lead")}</p>
        </div>
        {signedIn ? (
          <div className="flex flex-wrap gap-3 lg:justify-end">
            <ButtonLink variant="accent" href="/postings/new">
              {t("post")}
            </ButtonLink>
            <ButtonLink href="/postings">{t("browse")}</ButtonLink>
          </div>
        ) : (
          <FindOwn />
        )}
      </header>
      <ChainPicture counts={chain} />
      <div className="grid items-start gap-x-12 lg:grid-cols-2">
        <Section
          id="goals-today"
          title={<SampleTitle>{t("goals.title", { count: printed.length })}</SampleTitle>}
          action={<TextLink href="/goals">{t("goals.open")}</TextLink>}
        >
          <GoalBullets standings={printed} />
        </Section>
        <PostingTeasers teasers={teasers} signedIn={signedIn} />
      </div>
      <HowItWorks />
      <WhoSeesWhat />
    </Still>
  );
}

/** The one way in: whoever finds the firm claims it, whoever does not registers it. */
function FindOwn() {
  const t = useTranslations("home.find");
  const locale = useLocale();
  return (
    <form action={getPathname({ href: "/organizations", locale })} className="flex flex-col gap-2">
      <label htmlFor="own" className="font-semibold">
        {t("title")}
      </label>
      <div className="flex">
        <TextInput
          id="own"
          name="q"
          type="search"
          required
          placeholder={t("placeholder")}
          className="h-11 rounded-r-none"
        />
        <button
          type="submit"
          className={`${buttonClass({ variant: "accent" })} h-11 rounded-l-none whitespace-nowrap`}
        >
          {t("search")}
        </button>
      </div>
      <p className="text-sm text-muted">
        {t.rich("help", {
          register: (text) => <TextLink href="/organizations/new">{text}</TextLink>,
          signin: (text) => <TextLink href="/signin">{text}</TextLink>,
        })}
      </p>
    </form>
  );
}
