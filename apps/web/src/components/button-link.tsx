import { type ButtonVariants, buttonClass, cn } from "@lilink/ui";
import { useLocale } from "next-intl";
import type { ComponentProps } from "react";
import { getPathname } from "#lib/i18n/navigation.ts";

type Href = Parameters<typeof getPathname>[0]["href"];
type RoutedProps = Omit<ComponentProps<"a">, "href"> & {
  readonly href: Href;
  /** Followed instead where the window is wide: the present page with the thing beside it. */
  readonly beside?: Href | undefined;
  /** False keeps the page where it is scrolled to. */
  readonly scroll?: boolean;
};

/** A plain link that keeps the language of the page and is followed by the router, see RoutedLinks. */
export function RoutedLink({ href, beside, scroll = true, ...rest }: RoutedProps) {
  const locale = useLocale();
  const other = beside === undefined ? {} : { "data-beside": getPathname({ href: beside, locale }) };
  return <a data-routed={scroll ? "" : "still"} href={getPathname({ href, locale })} {...other} {...rest} />;
}

/** A routed link that looks like a button. */
export function ButtonLink({ variant, size, className, ...rest }: RoutedProps & ButtonVariants) {
  return <RoutedLink className={cn(buttonClass({ variant, size }), "no-underline", className)} {...rest} />;
}

/** A routed link in running text. */
export function TextLink({ className, ...rest }: RoutedProps) {
  return <RoutedLink className={cn("text-link", className)} {...rest} />;
}
