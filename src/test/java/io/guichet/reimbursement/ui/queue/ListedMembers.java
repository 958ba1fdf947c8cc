package io.guichet.reimbursement.ui.queue;

import io.guichet.directory.Directory;
import io.guichet.directory.MemberPageRequest;
import io.guichet.directory.MemberRow;
import io.guichet.kernel.Keyset;
import io.guichet.kernel.Page;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;

/// A directory that knows the members of the scripted queue by name.
final class ListedMembers {

    final List<MemberRow> members = new ArrayList<>();

    void add(int number, String name) {
        members.add(new MemberRow(ScriptedQueue.member(number), name, "", null, new Keyset(name, number)));
    }

    Directory directory() {
        return (Directory) Proxy.newProxyInstance(ListedMembers.class.getClassLoader(), new Class<?>[] {Directory.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "members" -> page((MemberPageRequest) arguments[0]);
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    private Page<MemberRow> page(MemberPageRequest request) {
        List<MemberRow> found = members.stream().filter(row -> row.label().startsWith(request.text())).toList();
        return new Page<>(found.subList(0, Math.min(found.size(), request.limit())), found.size() > request.limit());
    }
}
