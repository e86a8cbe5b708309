import { Feed } from "feed";

export type FeedFormat = "atom" | "rss" | "json";
export const feedTypes: Readonly<Record<FeedFormat, string>> = {
  atom: "application/atom+xml; charset=utf-8",
  rss: "application/rss+xml; charset=utf-8",
  json: "application/feed+json; charset=utf-8",
};

export type FeedData = {
  readonly title: string;
  readonly about: string;
  readonly language: string;
  /** The page that shows the same. */
  readonly home: string;
  /** The address of the feed itself. */
  readonly self: string;
  readonly items: readonly {
    /** Its page, which never changes. */
    readonly id: string;
    readonly title: string;
    readonly about: string;
    readonly at: Date;
  }[];
};

/** A feed as Atom 1.0, RSS 2.0 or JSON Feed 1.1. [PY8] */
export function toFeed({ title, about, language, home, self, items }: FeedData, format: FeedFormat): string {
  const updated = new Date(Math.max(0, ...items.map(({ at }) => at.getTime())));
  const feed = new Feed({
    title,
    description: about,
    id: home,
    link: home,
    language,
    updated,
    copyright: "",
    feedLinks: { [format]: self },
  });
  // Readers take titles of Atom and RSS, and every description, for HTML; a title of JSON is plain.
  for (const { id, title: name, about: said, at } of items)
    feed.addItem({
      ...{ id, link: id, date: at },
      title: format === "json" ? name : toHtml(name),
      description: toHtml(said),
    });
  return format === "atom" ? feed.atom1() : format === "rss" ? feed.rss2() : feed.json1();
}

const toHtml = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
