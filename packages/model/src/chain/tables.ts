import type {
  Attribute,
  AttributeWords,
  Concept,
  FeedEdge,
  Link,
  RelationEdge,
  Spec,
  Stage,
} from "./concept.ts";
import attributeWordsJson from "./data/attribute-words.json" with { type: "json" };
import attributesJson from "./data/attributes.json" with { type: "json" };
import conceptsJson from "./data/concepts.json" with { type: "json" };
import feedsJson from "./data/feeds.json" with { type: "json" };
import linksJson from "./data/links.json" with { type: "json" };
import relationsJson from "./data/relations.json" with { type: "json" };
import specsJson from "./data/specs.json" with { type: "json" };
import stagesJson from "./data/stages.json" with { type: "json" };

// JSON imports widen literals to string; the tests of this room check every row against these types.
export const links = linksJson as readonly Link[];
export const stages = stagesJson as readonly Stage[];
export const attributes = attributesJson as readonly Attribute[];
export const attributeWords = attributeWordsJson as readonly AttributeWords[];
export const concepts = conceptsJson as readonly Concept[];
export const specs = specsJson as readonly Spec[];
export const feeds = feedsJson as readonly FeedEdge[];
export const relations = relationsJson as readonly RelationEdge[];
