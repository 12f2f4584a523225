// Compile-time signatures of guava, without behaviour; see docs/building.md.
package com.google.common.util.concurrent;

import java.util.concurrent.Future;

public interface ListenableFuture<V> extends Future<V> {}
