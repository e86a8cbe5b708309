import { EmptyState } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { ButtonLink } from "#components/button-link.tsx";

export type DeskEmptyProps = { readonly member: boolean; readonly canPost: boolean };

/** Nothing to do, and the next step for whoever looks. */
export function DeskEmpty({ member, canPost }: DeskEmptyProps) {
  const t = useTranslations("desk.empty");
  const step = !member ? "register" : canPost ? "publish" : "explore";
  const paths = { register: "/organizations", publish: "/postings/new", explore: "/postings" } as const;
  return (
    <EmptyState
      title={t("title")}
      body={t(step)}
      action={
        <ButtonLink variant="accent" href={paths[step]}>
          {t(`${step}Action`)}
        </ButtonLink>
      }
    />
  );
}
