import { Bell } from "lucide-react";
import { useTranslations } from "next-intl";
import { RoutedLink } from "#components/button-link.tsx";

/** The way to the notices, with the number of unread ones. */
export function NoticeBell({ unread }: { readonly unread: number }) {
  const t = useTranslations("nav.notices");
  return (
    <RoutedLink
      href="/notices"
      aria-label={unread > 99 ? t("many") : t("label", { count: unread })}
      className="relative inline-flex size-9 items-center justify-center rounded-md text-muted hover:bg-sunken hover:text-ink"
    >
      <Bell aria-hidden className="size-4.5" strokeWidth={1.75} />
      {unread > 0 ? (
        <span
          aria-hidden
          className="absolute top-0.5 right-0.5 min-w-4 rounded-full bg-accent px-1 text-center text-xs leading-4 text-on-accent tabular-nums"
        >
          {unread > 99 ? "99+" : unread}
        </span>
      ) : null}
    </RoutedLink>
  );
}
