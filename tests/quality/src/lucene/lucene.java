import java.nio.file.*;
import java.util.*;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.cjk.CJKAnalyzer;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.document.*;
import org.apache.lucene.index.*;
import org.apache.lucene.search.*;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.*;
import org.apache.lucene.util.QueryBuilder;

/**
 * answer en|zh DOCUMENTS QUERIES DEPTH: what is found ("id TAB text" a line in both files); prints "hit TAB query TAB document TAB score".
 * bench FOLDER CORPUS QUERIES COMMON PAIRS: how fast ("1 words" or "0 words" a document, words a query). Prints "name TAB value" besides.
 */
class Lucene {
  interface ToDocument {
    Document of(String line);
  }

  public static void main(String[] args) throws Exception {
    if (args[0].equals("answer")) answer(args);
    else bench(args);
  }

  static void print(Object... cells) {
    System.out.println(String.join("\t", Arrays.stream(cells).map(String::valueOf).toList()));
  }

  static IndexSearcher build(Directory directory, Analyzer analyzer, BM25Similarity similarity, Path corpus, ToDocument toDocument) throws Exception {
    var config = new IndexWriterConfig(analyzer).setSimilarity(similarity);
    config.setRAMBufferSizeMB(256);
    long start = System.nanoTime();
    try (var writer = new IndexWriter(directory, config); var lines = Files.newBufferedReader(corpus)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) writer.addDocument(toDocument.of(line));
      writer.forceMerge(1);
      writer.commit();
    }
    print("buildMs", (System.nanoTime() - start) / 1e6);
    long bytes = 0;
    for (String file : directory.listAll()) bytes += directory.fileLength(file);
    print("bytes", bytes);
    var searcher = new IndexSearcher(DirectoryReader.open(directory));
    searcher.setSimilarity(similarity);
    searcher.setQueryCache(null);
    return searcher;
  }

  static void answer(String[] args) throws Exception {
    boolean chinese = args[1].equals("zh");
    Analyzer analyzer = chinese ? new CJKAnalyzer(CharArraySet.EMPTY_SET) : new EnglishAnalyzer();
    var similarity = chinese ? new BM25Similarity(0.9f, 0.4f) : new BM25Similarity(1.2f, 0.75f);
    var searcher = build(new ByteBuffersDirectory(), analyzer, similarity, Path.of(args[2]), line -> {
      String[] cells = line.split("\t", 2);
      var document = new Document();
      document.add(new StringField("id", cells[0], Field.Store.YES));
      document.add(new TextField("text", cells[1], Field.Store.NO));
      return document;
    });
    var builder = new QueryBuilder(analyzer);
    for (String line : Files.readAllLines(Path.of(args[3]))) {
      String[] cells = line.split("\t", 2);
      long asked = System.nanoTime();
      Query query = builder.createBooleanQuery("text", cells[1]);
      ScoreDoc[] hits = query == null ? new ScoreDoc[0] : searcher.search(query, Integer.parseInt(args[4])).scoreDocs;
      double ms = (System.nanoTime() - asked) / 1e6;
      for (ScoreDoc hit : hits) print("hit", cells[0], searcher.storedFields().document(hit.doc).get("id"), hit.score);
      print("ms", ms);
    }
  }

  static void bench(String[] args) throws Exception {
    var kind = new FieldType(TextField.TYPE_NOT_STORED);
    kind.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
    kind.freeze();
    var similarity = new BM25Similarity(1.2f, 0.75f);
    var searcher = build(new MMapDirectory(Path.of(args[1])), new WhitespaceAnalyzer(), similarity, Path.of(args[2]), line -> {
      var document = new Document();
      document.add(new Field("text", line.substring(2), kind));
      document.add(new StringField("passes", line.substring(0, 1), Field.Store.NO));
      return document;
    });
    measure("search", searcher, Path.of(args[3]), 10, false, 5);
    measure("filtered", searcher, Path.of(args[3]), 10, true, 5);
    measure("common", searcher, Path.of(args[4]), 10, false, 5);
    measure("pairs", searcher, Path.of(args[5]), 20, false, 2);
  }

  /** Prints the best time of each query over some rounds. */
  static void measure(String name, IndexSearcher searcher, Path file, int k, boolean filtered, int rounds) throws Exception {
    var lines = Files.readAllLines(file);
    var best = new double[lines.size()];
    Arrays.fill(best, Double.MAX_VALUE);
    for (int round = 0; round < rounds; round++) {
      for (int at = 0; at < best.length; at++) {
        var words = new BooleanQuery.Builder();
        for (String word : lines.get(at).split(" ")) words.add(new TermQuery(new Term("text", word)), BooleanClause.Occur.SHOULD);
        Query query = words.build();
        if (filtered) {
          query = new BooleanQuery.Builder().add(query, BooleanClause.Occur.MUST)
              .add(new TermQuery(new Term("passes", "1")), BooleanClause.Occur.FILTER).build();
        }
        long start = System.nanoTime();
        searcher.search(query, k);
        best[at] = Math.min(best[at], (System.nanoTime() - start) / 1e6);
      }
    }
    for (double ms : best) print(name, ms);
  }
}
