// The thread that reads files from outside; built beside the worker, which hands it one file and hears rows.
import "@lilink/documents/intake-thread";
