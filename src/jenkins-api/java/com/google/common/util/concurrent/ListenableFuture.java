// Compile-time signatures: what this plugin uses of the type in guava, without behaviour; see docs/building.md.
package com.google.common.util.concurrent;

import java.util.concurrent.Future;

public interface ListenableFuture<V> extends Future<V> {}
